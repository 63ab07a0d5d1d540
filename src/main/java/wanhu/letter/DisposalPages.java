package wanhu.letter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Screen;

/** What of a unit's letters could go, what waits for the leader, and what has gone. */
@Controller
@ForMatters
class DisposalPages {
    static final String PATH = "/letters/retention";

    private final Disposals disposals;

    DisposalPages(Disposals disposals) {
        this.disposals = disposals;
    }

    /**
     * The page.
     *
     * @param pending what waits for a decision
     * @param ended what was decided, the newest first
     */
    record DisposalPage(
            Disposals.Due due,
            @Nullable Disposal pending,
            List<Disposal> ended,
            boolean asks,
            boolean decides,
            String reason,
            @Nullable Refused no) {
        String fault(Screen screen) {
            return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
        }
    }

    /**
     * What is done.
     *
     * @param act ask, grant or refuse
     * @param of what waits
     */
    record Wanted(@Nullable String act, @Nullable UUID of, @Nullable String reason) {}

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return page(actor, "", null);
    }

    private ModelAndView page(Actor actor, String reason, @Nullable Refused no) {
        var all = disposals.list(actor);
        var due = disposals.due(actor);
        var pending = all.stream().filter(each -> each.decided() == null).findFirst().orElse(null);
        return Html.page(
                "letter/retention",
                new DisposalPage(
                        due,
                        pending,
                        all.stream().filter(each -> each.decided() != null).toList(),
                        Subjects.writes(actor) && pending == null && due.letters() > 0,
                        actor.is(Role.LEADER)
                                && pending != null
                                && !pending.askedBy().equals(actor.person()),
                        reason,
                        no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }

    @PostMapping(PATH)
    ModelAndView act(Actor actor, @ModelAttribute Wanted wanted) {
        var reason = WishForm.text(wanted.reason());
        try {
            return Html.redirect(PATH + "?said=letter.said." + done(actor, wanted, reason));
        } catch (Refused no) {
            return page(actor, reason, no);
        }
    }

    private String done(Actor actor, Wanted wanted, String reason) {
        var act = WishForm.text(wanted.act());
        var of = wanted.of();
        if (act.equals("ask")) {
            disposals.ask(actor, reason);
            return "disposal-asked";
        }
        boolean granted = act.equals("grant");
        if (of == null || !(granted || act.equals("refuse"))) {
            throw new Refused(Refused.Kind.INVALID, "letter.refused.decided");
        }
        disposals.decide(actor, of, granted);
        return granted ? "disposed" : "disposal-refused";
    }
}
