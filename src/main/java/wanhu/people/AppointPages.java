package wanhu.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.FilledPost;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** Appointing the person of an account: find the unit, choose or make the post, give the dates. */
@Controller
@For(Role.ADMIN)
class AppointPages {
    private static final int UNITS_SHOWN_MAX = 20;

    private final Accounts accounts;
    private final Appointing appointing;
    private final Units units;

    AppointPages(Accounts accounts, Appointing appointing, Units units) {
        this.accounts = accounts;
        this.appointing = appointing;
        this.units = units;
    }

    @GetMapping("/accounts/{account}/appoint")
    ModelAndView form(
            Actor actor,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID unit) {
        var known = accounts.get(actor, account);
        var chosen = unit == null ? null : covered(actor, unit);
        return Html.page("people/appoint", page(actor, known, new Search(text, chosen), null));
    }

    private Unit covered(Actor actor, UUID id) {
        return Optional.of(units.get(actor.county(), id))
                .filter(unit -> actor.covers(unit.path()))
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "people.refused.unit"));
    }

    /** What was searched for and which unit was chosen. */
    record Search(String text, @Nullable Unit unit) {}

    private AppointPage page(Actor actor, Account account, Search search, @Nullable Refused no) {
        var unit = search.unit();
        return new AppointPage(
                account,
                search.text(),
                unit == null ? appointing.units(actor, search.text(), UNITS_SHOWN_MAX) : List.of(),
                unit,
                unit == null ? List.of() : appointing.posts(actor.county(), unit.id()),
                appointing.today(),
                no);
    }

    @PostMapping("/accounts/{account}/appoint")
    ModelAndView appoint(
            Actor actor,
            @PathVariable UUID account,
            @RequestParam UUID unit,
            @ModelAttribute Appointing.Wish wish) {
        var known = accounts.get(actor, account);
        var place = covered(actor, unit);
        try {
            appointing.appoint(new Appointing.Target(actor, known, place), wish);
            return Html.redirect("/accounts/" + account + "?said=people.said.appointed");
        } catch (Refused no) {
            return Html.page(
                    "people/appoint",
                    page(actor, known, new Search("", place), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    @PostMapping("/accounts/{account}/end")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID account,
            @RequestParam UUID appointment,
            @RequestParam LocalDate until) {
        appointing.end(actor, account, appointment, until);
        return Html.redirect("/accounts/" + account + "?said=people.said.ended");
    }
}

/**
 * The form of an appointment.
 *
 * @param account whose person is appointed
 * @param text what unit was searched for
 * @param found the units found
 * @param unit the unit chosen, or null
 * @param posts its posts
 * @param today the day from which it holds unless another is given
 * @param no why it was refused, or null
 */
record AppointPage(
        Account account,
        String text,
        List<Unit> found,
        @Nullable Unit unit,
        List<FilledPost> posts,
        LocalDate today,
        @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }

    /** The posts, each once, however many hold it. */
    List<Choice> choices(Screen screen) {
        return posts.stream()
                .map(post ->
                        new Choice(
                                post.post().toString(),
                                post.title() + " · " + screen.t("base.role." + post.role().name())))
                .distinct()
                .toList();
    }

    List<Choice> roles(Screen screen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), screen.t("base.role." + role.name())))
                .toList();
    }
}
