package wanhu.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;

/**
 * Posts and appointments of a unit, which the security administrator changes since they are what
 * opens matters to somebody; and its pairings, which the system administrator changes.
 */
@Controller
@For(Role.SECURITY)
class UnitPostPages {
    private final Units units;
    private final Posts posts;
    private final ObjectProvider<AccountBook> accounts;
    private final Audit audit;
    private final Clock clock;

    UnitPostPages(
            Units units,
            Posts posts,
            ObjectProvider<AccountBook> accounts,
            Audit audit,
            Clock clock) {
        this.units = units;
        this.posts = posts;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @For({Role.ADMIN, Role.SECURITY})
    @GetMapping("/org/units/{unit}/posts")
    ModelAndView list(
            Actor actor, @PathVariable UUID unit, @RequestParam(defaultValue = "") String login) {
        return page(actor, own(actor, unit), login, null);
    }

    @PostMapping("/org/units/{unit}/posts")
    ModelAndView create(
            Actor actor,
            @PathVariable UUID unit,
            @RequestParam Role role,
            @ModelAttribute PostForm form) {
        var found = own(actor, unit);
        if (!UnitPostsPage.fits(role, found.kind(), level(actor, found))) {
            throw new Refused(Refused.Kind.RULE, "org.refused.role");
        }
        var served = Posts.served(units.tree(actor.county()), found, role);
        Refused.unless(Refused.Kind.FORBIDDEN, actor.covers(served.path()), "org.refused.role");
        return attempt(
                actor,
                found,
                new Deed(
                        "org.said.post" + form.forPerson(),
                        Act.of(Verb.POST_MADE, unit).with("role", role),
                        () -> posts.create(actor.county(), form.post(unit, role))));
    }

    @PostMapping("/org/units/{unit}/posts/{post}/close")
    ModelAndView close(Actor actor, @PathVariable UUID unit, @PathVariable UUID post) {
        var found = own(actor, unit);
        checkPost(actor, unit, post);
        return attempt(
                actor,
                found,
                new Deed(
                        "org.said.closed",
                        Act.of(Verb.POST_CLOSED, post),
                        () -> posts.close(actor.county(), post, today())));
    }

    @PostMapping("/org/units/{unit}/posts/{post}/appoint")
    ModelAndView appoint(
            Actor actor,
            @PathVariable UUID unit,
            @PathVariable UUID post,
            @ModelAttribute AppointForm form) {
        var found = own(actor, unit);
        checkPost(actor, unit, post);
        try {
            var holder = holder(actor, form.login());
            Refused.unless(
                    Refused.Kind.RULE,
                    holder == null || !actor.person().equals(holder.person()),
                    "org.refused.own-post");
            return attempt(
                    actor,
                    found,
                    new Deed(
                            "org.said.appointed",
                            form.act(post, holder),
                            () -> posts.appoint(actor.county(), form.appointment(post, holder))));
        } catch (Refused no) {
            return page(actor, found, "", no);
        }
    }

    @PostMapping("/org/units/{unit}/appointments/{appointment}/end")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID unit,
            @PathVariable UUID appointment,
            @RequestParam LocalDate lastDay) {
        var found = own(actor, unit);
        var held =
                posts.inUnit(actor.county(), unit, today()).stream()
                        .filter(post -> appointment.equals(post.appointment()))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.MISSING, "org.refused.no-appointment"));
        Refused.unless(
                Refused.Kind.RULE, !actor.person().equals(held.person()), "org.refused.own-post");
        return attempt(
                actor,
                found,
                new Deed(
                        "org.said.ended",
                        Act.of(Verb.APPOINTMENT_ENDED, appointment).with("until", lastDay),
                        () -> posts.end(actor.county(), appointment, lastDay)));
    }

    @For(Role.ADMIN)
    @PostMapping("/org/units/{unit}/pairings")
    ModelAndView pair(
            Actor actor,
            @PathVariable UUID unit,
            @RequestParam UUID with,
            @RequestParam(defaultValue = "") String leader) {
        var found = own(actor, unit);
        return attempt(
                actor,
                found,
                new Deed(
                        "org.said.paired",
                        Act.of(Verb.PAIRED, unit).with("with", with),
                        () ->
                                posts.pair(
                                        actor.county(),
                                        new NewPairing(unit, with, leader, today()))));
    }

    @For(Role.ADMIN)
    @PostMapping("/org/units/{unit}/pairings/{pairing}/end")
    ModelAndView unpair(Actor actor, @PathVariable UUID unit, @PathVariable UUID pairing) {
        var found = own(actor, unit);
        boolean here =
                posts.pairedUnits(actor.county(), unit, today()).stream()
                        .anyMatch(each -> each.id().equals(pairing));
        if (!here) {
            throw new Refused(Refused.Kind.MISSING, "org.refused.missing");
        }
        return attempt(
                actor,
                found,
                new Deed(
                        "org.said.unpaired",
                        Act.of(Verb.UNPAIRED, pairing),
                        () -> posts.unpair(actor.county(), pairing, today())));
    }

    /** Something that is done and recorded, and what is said then. */
    private record Deed(String said, Act act, Runnable work) {}

    private ModelAndView attempt(Actor actor, Unit unit, Deed deed) {
        try {
            audit.during(actor, deed.act(), deed.work());
        } catch (Refused no) {
            return page(actor, unit, "", no);
        }
        return Html.redirect("/org/units/" + unit.id() + "/posts?said=" + deed.said());
    }

    private AccountBook.@Nullable Holder holder(Actor actor, @Nullable String login) {
        if (login == null || login.isBlank()) {
            return null;
        }
        return accounts.stream()
                .flatMap(book -> book.find(actor.county(), login.strip()).stream())
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "org.refused.login"));
    }

    private void checkPost(Actor actor, UUID unit, UUID post) {
        boolean here =
                posts.inUnit(actor.county(), unit, today()).stream()
                        .anyMatch(each -> each.post().equals(post));
        if (!here) {
            throw new Refused(Refused.Kind.MISSING, "org.refused.no-post");
        }
    }

    private Unit own(Actor actor, UUID unit) {
        return units.tree(actor.county())
                .find(unit)
                .filter(each -> actor.covers(each.path()) && each.county() == actor.county())
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "org.refused.missing"));
    }

    private ModelAndView page(Actor actor, Unit unit, String login, @Nullable Refused no) {
        var tree = units.tree(actor.county());
        var paired =
                posts.pairedUnits(actor.county(), unit.id(), today()).stream()
                        .map(each -> new BrowsePage.Paired(tree.get(each.unit()), each))
                        .toList();
        var page =
                new UnitPostsPage(
                        actor.role(),
                        unit,
                        level(actor, unit),
                        posts.inUnit(actor.county(), unit.id(), today()),
                        paired,
                        tree.departments(),
                        login,
                        no);
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        return Html.page("org/posts", page, status);
    }

    private Level level(Actor actor, Unit unit) {
        return units.tree(actor.county()).level(unit.id());
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}
