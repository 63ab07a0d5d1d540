package wanhu.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.org.FilledPost;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.Unit;

/** Appoints the person of an account to a post, and ends an appointment. */
@Component
class Appointing {
    private static final int POST_ORDER = 50;

    private final Accounts accounts;
    private final FirstRun.Office office;
    private final Audit audit;
    private final Clock clock;

    Appointing(Accounts accounts, FirstRun.Office office, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.office = office;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return Zones.day(clock.instant());
    }

    /** An appointment that is or will be: the post as filled, in its unit. */
    record Held(Unit unit, FilledPost post) {}

    /** The appointments of the person today. */
    List<Held> held(Account account) {
        return office.posts().heldBy(account.county(), account.person(), today()).stream()
                .flatMap(held ->
                        posts(account.county(), held.unit()).stream()
                                .filter(post -> account.person().equals(post.person()))
                                .filter(post -> held.post().equals(post.post()))
                                .map(post -> new Held(unit(account, held.unit()), post)))
                .toList();
    }

    private Unit unit(Account account, UUID id) {
        return office.units().get(account.county(), id);
    }

    List<FilledPost> posts(int county, UUID unit) {
        return office.posts().inUnit(county, unit, today());
    }

    /** Units of the administrator's subtree whose name or code holds the text. */
    List<Unit> units(Actor actor, String text, int limit) {
        return office.units().tree(actor.county()).search(text, limit).stream()
                .filter(unit -> actor.covers(unit.path()))
                .toList();
    }

    /**
     * The wish of an administrator.
     *
     * @param post an existing post; null to make a new one
     * @param title title of the new post
     * @param role role of the new post
     * @param from first day
     * @param until last day; null for an open end
     * @param document number of the document
     */
    record Wish(
            @Nullable UUID post,
            @Nullable String title,
            @Nullable Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String document) {}

    /** Who appoints whom where. */
    record Target(Actor actor, Account account, Unit unit) {}

    /** Appoints the person of the account; makes the post first when it is a new one. */
    @Transactional
    public void appoint(Target target, Wish wish) {
        var account = target.account();
        if (!target.actor().covers(target.unit().path())) {
            throw new Refused(Refused.Kind.MISSING, "people.refused.unit");
        }
        if (account.state() == Account.State.CLOSED) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.closed");
        }
        var from = wish.from();
        if (from == null) {
            throw new Refused(Refused.Kind.INVALID, "people.refused.day-missing");
        }
        var post = post(target.unit(), wish);
        office.posts()
                .appoint(
                        account.county(),
                        new NewAppointment(
                                post,
                                account.person(),
                                account.name(),
                                from,
                                wish.until(),
                                wish.document()));
        audit.record(
                target.actor(),
                Act.of(Verb.APPOINTED, post).with("person", account.person()).with("from", from));
    }

    private UUID post(Unit unit, Wish wish) {
        var known = wish.post();
        if (known != null) {
            return posts(unit.county(), unit.id()).stream()
                    .map(FilledPost::post)
                    .filter(known::equals)
                    .findFirst()
                    .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "people.refused.unit"));
        }
        var role = wish.role();
        var title = wish.title();
        if (role != null && title != null) {
            return office.posts()
                    .create(unit.county(), new NewPost(unit.id(), title, role, POST_ORDER, null));
        }
        throw new Refused(Refused.Kind.INVALID, "people.refused.post-missing");
    }

    /** Ends an appointment of the account's person with that last day. */
    @Transactional
    public void end(Actor actor, UUID account, UUID appointment, LocalDate lastDay) {
        var known = accounts.get(actor, account);
        boolean theirs =
                held(known).stream()
                        .anyMatch(each -> appointment.equals(each.post().appointment()));
        if (!theirs) {
            throw new Refused(Refused.Kind.MISSING, "people.refused.no-appointment");
        }
        office.posts().end(actor.county(), appointment, lastDay);
        audit.record(
                actor,
                Act.of(Verb.APPOINTMENT_ENDED, appointment)
                        .with("person", known.person())
                        .with("until", lastDay));
    }
}
