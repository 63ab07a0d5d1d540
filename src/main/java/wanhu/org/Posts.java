package wanhu.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Word;

/** Posts, who holds them from when until when, and which unit stands behind which village. */
@Service
public class Posts {
    /** So many holders of a role in a county are looked at. */
    private static final int HOLDERS_MAX = 1_000;

    private final PostStore store;
    private final PairingStore pairings;
    private final Units units;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Posts(
            PostStore store,
            PairingStore pairings,
            Units units,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.store = store;
        this.pairings = pairings;
        this.units = units;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The posts that the person holds on that day in units that are still there; protocol order.
     */
    public List<HeldPost> heldBy(int county, UUID person, LocalDate day) {
        var tree = units.tree(county);
        return store.heldBy(county, person, day).stream()
                .filter(row -> tree.get(row.unit()).live())
                .map(row -> {
                    var unit = tree.get(row.unit());
                    var title = unit.name() + " · " + row.title();
                    var served = served(tree, unit, row.role());
                    return new HeldPost(row.post(), row.role(), served.id(), served.path(), title);
                })
                .toList();
    }

    /**
     * The unit for which a post acts: a clerk of a county, township or village who sits in an
     * office or a department of it acts for the territory, not for the office; what is dispatched
     * to the office itself is the business of its own clerk ({@link Role#DEPARTMENT_CLERK}).
     */
    static Unit served(Tree tree, Unit unit, Role role) {
        return unit.kind().territorial()
                ? unit
                : tree.ancestors(unit.id()).stream()
                        .filter(above -> above.kind().territorial())
                        .findFirst()
                        .filter(territory -> serves(role, territory.level()))
                        .orElse(unit);
    }

    private static boolean serves(Role role, Level level) {
        return switch (role) {
            case COUNTY_CLERK -> level == Level.COUNTY;
            case TOWNSHIP_CLERK -> level == Level.TOWNSHIP;
            case VILLAGE_CLERK -> level == Level.VILLAGE;
            case GRID_WORKER,
                    DEPARTMENT_CLERK,
                    PHONE_DESK,
                    FOLLOW_UP,
                    LEADER,
                    ADMIN,
                    SECURITY,
                    AUDITOR ->
                    false;
        };
    }

    /** The live posts of a unit with who holds them on that day, in protocol order. */
    public List<FilledPost> inUnit(int county, UUID unit, LocalDate day) {
        return store.inUnit(county, unit, day);
    }

    /** The roster of a grid or village on that day: which slots are filled, which are not. */
    public Roster roster(int county, UUID unit, LocalDate day) {
        var kind = units.get(county, unit).kind();
        int paired = pairedUnits(county, unit, day).size();
        return Roster.of(kind, inUnit(county, unit, day), paired);
    }

    /**
     * Makes a post.
     *
     * @return its id
     * @throws Refused when the unit is closed, the title is no title, or the unit has no such slot
     *     or has it filled already
     */
    @Transactional
    public UUID create(int county, NewPost wish) {
        var unit = units.get(county, wish.unit());
        if (!unit.live()) {
            throw new Refused(Kind.CONFLICT, "org.refused.closed", unit.code());
        }
        if (wish.title().length() > NewPost.TITLE_MAX || !UnitNames.proper(wish.title())) {
            throw new Refused(Kind.INVALID, "org.refused.title", NewPost.TITLE_MAX);
        }
        if (wish.slot() != null && !wish.slot().fits(unit.kind())) {
            throw new Refused(Kind.RULE, "org.refused.slot");
        }
        return store.create(county, wish);
    }

    /**
     * Closes a post that nobody holds any more.
     *
     * @throws Refused when somebody still holds it
     */
    @Transactional
    public void close(int county, UUID post, LocalDate day) {
        store.lock(county, post);
        if (store.held(county, post, day)) {
            throw new Refused(Kind.CONFLICT, "org.refused.held");
        }
        store.close(county, post);
    }

    /**
     * Appoints somebody to a post; several may hold the same post.
     *
     * @return id of the appointment
     * @throws Refused when the post is closed, the name is no name, the term ends before it starts,
     *     the person holds the post at that time already, or would hold two of the three posts that
     *     are kept apart ({@link Role#apart})
     */
    @Transactional
    public UUID appoint(int county, NewAppointment wish) {
        if (wish.name().length() > NewAppointment.NAME_MAX || !UnitNames.proper(wish.name())) {
            throw new Refused(Kind.INVALID, "org.refused.person-name", NewAppointment.NAME_MAX);
        }
        if (wish.until() != null && wish.until().isBefore(wish.from())) {
            throw new Refused(Kind.INVALID, "org.refused.term");
        }
        store.lock(county, wish.post());
        if (wish.person() != null && store.overlaps(county, wish)) {
            throw new Refused(Kind.CONFLICT, "org.refused.holds-already");
        }
        keepApart(county, wish);
        var id = store.appoint(county, wish);
        facts.publishEvent(
                new Appointed(
                        county, clock.instant(), id, wish.post(), wish.person(), wish.from()));
        return id;
    }

    private void keepApart(int county, NewAppointment wish) {
        var role = store.role(county, wish.post());
        if (wish.person() == null || !role.apart()) {
            return;
        }
        store.lockPerson(wish.person());
        store.rolesDuring(county, wish).stream()
                .filter(held -> held.apart() && held != role)
                .findFirst()
                .ifPresent(held -> {
                    throw new Refused(
                            Kind.RULE,
                            "org.refused.apart",
                            Word.of("base.role." + held.name()),
                            Word.of("base.role." + role.name()));
                });
    }

    /** The persons who hold a post of the role somewhere in the county on that day. */
    public List<UUID> holders(int county, Role role, LocalDate day) {
        return store.holders(county, role, day, HOLDERS_MAX);
    }

    /**
     * Ends an appointment with that last day.
     *
     * @throws Refused when there is no such appointment, it has ended, or starts later
     */
    @Transactional
    public void end(int county, UUID appointment, LocalDate lastDay) {
        var ended = store.end(county, appointment, lastDay);
        facts.publishEvent(
                new AppointmentEnded(
                        county,
                        clock.instant(),
                        appointment,
                        ended.post(),
                        ended.person(),
                        lastDay));
    }

    /** The units that stand behind a village on that day. */
    public List<PairedUnit> pairedUnits(int county, UUID village, LocalDate day) {
        return pairings.ofVillage(county, village, day);
    }

    /** The villages behind which a unit stands on that day. */
    public List<PairedUnit> pairedVillages(int county, UUID unit, LocalDate day) {
        return pairings.ofUnit(county, unit, day);
    }

    /**
     * Pairs a unit with a village or community.
     *
     * @return id of the pairing
     * @throws Refused when one of them is closed, the village is no village, or they are paired
     */
    @Transactional
    public UUID pair(int county, NewPairing wish) {
        var tree = units.tree(county);
        var village = tree.find(wish.village());
        var unit = tree.find(wish.unit());
        boolean fits =
                village.filter(each -> each.live() && Slot.FIRST_SECRETARY.fits(each.kind()))
                                .isPresent()
                        && unit.filter(each -> each.live() && !each.id().equals(wish.village()))
                                .isPresent();
        if (!fits || wish.leader().length() > NewAppointment.NAME_MAX) {
            throw new Refused(Kind.RULE, "org.refused.pairing");
        }
        boolean paired =
                pairings.ofVillage(county, wish.village(), wish.from()).stream()
                        .anyMatch(each -> each.unit().equals(wish.unit()));
        if (paired) {
            throw new Refused(Kind.CONFLICT, "org.refused.paired-already");
        }
        return pairings.insert(county, wish);
    }

    /** Ends a pairing with that last day; nothing happens when it has ended. */
    @Transactional
    public void unpair(int county, UUID pairing, LocalDate lastDay) {
        pairings.end(county, pairing, lastDay);
    }
}
