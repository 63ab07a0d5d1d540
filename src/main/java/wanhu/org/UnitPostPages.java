package wanhu.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** Posts, appointments and pairings of a unit, for the administrator. */
@Controller
@For(Role.ADMIN)
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

    @GetMapping("/org/units/{unit}/posts")
    ModelAndView list(Actor actor, @PathVariable UUID unit) {
        return page(actor, own(actor, unit), null);
    }

    /**
     * What the form of a new post sends beside its role.
     *
     * @param order rank in protocol order; null for the first
     */
    record PostForm(@Nullable String title, @Nullable Integer order, @Nullable Slot slot) {
        NewPost post(UUID unit, Role role) {
            return new NewPost(
                    unit, title == null ? "" : title, role, order == null ? 0 : order, slot);
        }
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
                "org.said.post",
                Act.of(Verb.POST_MADE, unit).with("role", role),
                () -> posts.create(actor.county(), form.post(unit, role)));
    }

    @PostMapping("/org/units/{unit}/posts/{post}/close")
    ModelAndView close(Actor actor, @PathVariable UUID unit, @PathVariable UUID post) {
        var found = own(actor, unit);
        checkPost(actor, unit, post);
        return attempt(
                actor,
                found,
                "org.said.closed",
                Act.of(Verb.POST_CLOSED, post),
                () -> posts.close(actor.county(), post, today()));
    }

    /**
     * What the form of an appointment sends.
     *
     * @param login of the person; empty for somebody without an account
     * @param name of somebody without an account
     * @param from first day in the post
     * @param until last day in the post; null for an open end
     */
    record AppointForm(
            @Nullable String login,
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String document) {
        Act act(UUID post) {
            var act = Act.of(Verb.APPOINTED, post).because(document == null ? "" : document);
            return from == null ? act : act.with("from", from);
        }

        NewAppointment appointment(UUID post, AccountBook.@Nullable Holder holder) {
            if (from == null) {
                throw new Refused(Refused.Kind.INVALID, "org.refused.day-missing");
            }
            return new NewAppointment(
                    post,
                    holder == null ? null : holder.person(),
                    holder == null ? (name == null ? "" : name) : holder.name(),
                    from,
                    until,
                    document == null || document.isBlank() ? null : document.strip());
        }
    }

    @PostMapping("/org/units/{unit}/posts/{post}/appoint")
    ModelAndView appoint(
            Actor actor,
            @PathVariable UUID unit,
            @PathVariable UUID post,
            @ModelAttribute AppointForm form) {
        var found = own(actor, unit);
        checkPost(actor, unit, post);
        return attempt(
                actor,
                found,
                "org.said.appointed",
                form.act(post),
                () -> {
                    var holder = holder(actor, form.login());
                    posts.appoint(actor.county(), form.appointment(post, holder));
                });
    }

    @PostMapping("/org/units/{unit}/appointments/{appointment}/end")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID unit,
            @PathVariable UUID appointment,
            @RequestParam LocalDate lastDay) {
        var found = own(actor, unit);
        boolean here =
                posts.inUnit(actor.county(), unit, today()).stream()
                        .anyMatch(post -> appointment.equals(post.appointment()));
        if (!here) {
            throw new Refused(Refused.Kind.MISSING, "org.refused.no-appointment");
        }
        return attempt(
                actor,
                found,
                "org.said.ended",
                Act.of(Verb.APPOINTMENT_ENDED, appointment).with("until", lastDay),
                () -> posts.end(actor.county(), appointment, lastDay));
    }

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
                "org.said.paired",
                Act.of(Verb.PAIRED, unit).with("with", with),
                () -> posts.pair(actor.county(), new NewPairing(unit, with, leader, today())));
    }

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
                "org.said.unpaired",
                Act.of(Verb.UNPAIRED, pairing),
                () -> posts.unpair(actor.county(), pairing, today()));
    }

    private ModelAndView attempt(Actor actor, Unit unit, String said, Act act, Runnable work) {
        try {
            audit.during(actor, act, work);
        } catch (Refused no) {
            return page(actor, unit, no);
        }
        return Html.redirect("/org/units/" + unit.id() + "/posts?said=" + said);
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

    private ModelAndView page(Actor actor, Unit unit, @Nullable Refused no) {
        var tree = units.tree(actor.county());
        var paired =
                posts.pairedUnits(actor.county(), unit.id(), today()).stream()
                        .map(each -> new BrowsePage.Paired(tree.get(each.unit()), each))
                        .toList();
        var page =
                new UnitPostsPage(
                        unit,
                        level(actor, unit),
                        posts.inUnit(actor.county(), unit.id(), today()),
                        paired,
                        tree.departments(),
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

/**
 * Posts of a unit, to be changed.
 *
 * @param unit the unit
 * @param level at which it works
 * @param posts its posts with who holds them today
 * @param paired units that stand behind it
 * @param departments units that could
 * @param no why the last act was refused, or null
 */
record UnitPostsPage(
        Unit unit,
        Level level,
        List<FilledPost> posts,
        List<BrowsePage.Paired> paired,
        List<Unit> departments,
        @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }

    List<Choice> roles(Screen screen) {
        return Stream.of(Role.values())
                .filter(role -> fits(role, unit.kind(), level))
                .map(role -> new Choice(role.name(), screen.t("base.role." + role.name())))
                .toList();
    }

    /** Whether units of the kind that work at the level have posts of the role. */
    static boolean fits(Role role, UnitKind kind, Level level) {
        return switch (role) {
            case GRID_WORKER -> kind == UnitKind.GRID || level == Level.VILLAGE;
            case VILLAGE_CLERK -> level == Level.VILLAGE;
            case TOWNSHIP_CLERK -> level == Level.TOWNSHIP;
            case COUNTY_CLERK, PHONE_DESK, FOLLOW_UP -> !Level.COUNTY.above(level);
            case DEPARTMENT_CLERK -> !kind.territorial();
            case LEADER, ADMIN, AUDITOR -> true;
        };
    }

    List<Choice> slots(Screen screen) {
        return Stream.of(Slot.values())
                .filter(slot -> slot.fits(unit.kind()))
                .map(slot -> new Choice(slot.name(), screen.t("org.slot." + slot.name())))
                .toList();
    }

    List<Choice> units() {
        return departments.stream()
                .map(each ->
                        new Choice(
                                each.id().toString(), each.name(), null, Initials.of(each.name())))
                .toList();
    }

    boolean pairable() {
        return Slot.FIRST_SECRETARY.fits(unit.kind());
    }
}
