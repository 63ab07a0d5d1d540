package wanhu.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Screen;

/** The second page of the first run: the system administrator names the other two. */
@Controller
@For(Role.ADMIN)
class TrioPages {
    static final String PATH = "/administrators";

    private final Trio trio;

    TrioPages(Trio trio) {
        this.trio = trio;
    }

    @GetMapping(PATH)
    ModelAndView form(Actor actor) {
        return trio.owedBy(actor)
                ? Html.page("people/trio", page(actor, Entry.NONE, null))
                : Html.redirect("/desk");
    }

    /** What was typed about the two. */
    record Entry(
            @Nullable String securityLogin,
            @Nullable String securityName,
            @Nullable String auditorLogin,
            @Nullable String auditorName) {
        static final Entry NONE = new Entry(null, null, null, null);

        Trio.Wish of(Role role) {
            return role == Role.SECURITY
                    ? new Trio.Wish(securityLogin, securityName)
                    : new Trio.Wish(auditorLogin, auditorName);
        }
    }

    @For(value = Role.ADMIN, proof = true)
    @PostMapping(PATH)
    ModelAndView name(Actor actor, @ModelAttribute Entry entry) {
        try {
            var wishes =
                    Map.of(
                            Role.SECURITY,
                            entry.of(Role.SECURITY),
                            Role.AUDITOR,
                            entry.of(Role.AUDITOR));
            return Html.page("people/trioDone", new TrioDonePage(trio.name(actor, wishes)));
        } catch (Refused no) {
            return Html.page(
                    "people/trio", page(actor, entry, no), HttpStatus.valueOf(no.kind().status()));
        }
    }

    private TrioPage page(Actor actor, Entry entry, @Nullable Refused no) {
        return new TrioPage(actor, trio.toName(actor.county()), entry, no);
    }
}

/**
 * The form that names administrators.
 *
 * @param actor who names them
 * @param roles whom
 * @param typed what was typed before
 * @param no why it was refused, or null
 */
record TrioPage(Actor actor, List<Role> roles, TrioPages.Entry typed, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }

    String login(Role role) {
        return FirstRun.Wish.text(typed.of(role).login());
    }

    String name(Role role) {
        return FirstRun.Wish.text(typed.of(role).name());
    }

    /** Name of a field: "securityLogin". */
    String field(Role role, String what) {
        return (role == Role.SECURITY ? "security" : "auditor") + what;
    }
}

/** Who was named, with the passwords of the first sign-in, shown now and never again. */
record TrioDonePage(List<Trio.Named> named) {}
