package wanhu.topic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * The door to monthly topics: set by a unit for one below it, with a plan; the owner tells how it
 * goes; who set it ends it, with the figures before and after.
 */
@Service
class MonthlyTopics {
    /** Steps of one plan. */
    static final int MILESTONES_MAX = 8;

    /** Days that are counted before and after. */
    static final int DAYS = 30;

    static final int TITLE_CHARACTERS_MAX = 60;
    static final int NOTE_CHARACTERS_MAX = 1_000;
    private static final int CAUSE_CHARACTERS_MAX = 1_000;
    private static final int PLAN_CHARACTERS_MAX = 2_000;
    private static final int TARGET_CHARACTERS_MAX = 500;
    private static final int NAME_CHARACTERS_MAX = 100;

    private final MonthlyStore store;
    private final TopicFold fold;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    MonthlyTopics(MonthlyStore store, TopicFold fold, Units units, Audit audit, Clock clock) {
        this.store = store;
        this.fold = fold;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is begun. */
    record Wish(
            String title,
            @Nullable UUID topic,
            String category,
            UUID owner,
            Monthly.Plan plan,
            List<Step> steps) {
        Wish {
            steps = List.copyOf(steps);
        }
    }

    /** A step that is planned. */
    record Step(String name, LocalDate due) {}

    /** Whether this post begins monthly topics. */
    static boolean begins(Actor actor) {
        return actor.is(Role.COUNTY_CLERK, Role.TOWNSHIP_CLERK, Role.LEADER);
    }

    /** Those that concern the post: of the county, of its unit, or owned at or below it. */
    @Transactional(readOnly = true)
    List<Monthly> list(Actor actor) {
        return store.list(actor.county()).stream().filter(each -> seen(actor, each)).toList();
    }

    @Transactional(readOnly = true)
    Monthly get(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .filter(each -> seen(actor, each))
                .orElseThrow(() -> new Refused(Kind.MISSING, "topic.refused.monthly"));
    }

    private boolean seen(Actor actor, Monthly monthly) {
        var tree = units.tree(actor.county());
        var issuer = tree.find(monthly.issuer()).map(Unit::path);
        var owner = tree.find(monthly.owner()).map(Unit::path);
        return issuer.filter(path -> path.text().length() == OrgPath.COUNTY_LENGTH).isPresent()
                || actor.unit().equals(monthly.issuer())
                || owner.filter(actor::covers).isPresent();
    }

    List<Monthly.Milestone> milestones(Monthly of) {
        return store.milestones(of);
    }

    List<Monthly.Note> notes(Monthly of) {
        return store.notes(of);
    }

    /** Matters told of it in the last days, for a page that shows how it goes. */
    @Transactional(readOnly = true)
    int now(Monthly of) {
        return count(of, clock.instant());
    }

    private int count(Monthly of, Instant until) {
        var topic = of.topic();
        return topic == null
                ? 0
                : store.told(of.county(), topic, until.minus(Duration.ofDays(of.days())), until);
    }

    /** Whether the post may write how it goes. */
    boolean owns(Actor actor, Monthly of) {
        return of.ended() == null
                && (actor.unit().equals(of.owner()) || actor.unit().equals(of.issuer()))
                && !actor.is(Role.FOLLOW_UP);
    }

    /** Whether the post may end it: the unit that set it. */
    boolean ends(Actor actor, Monthly of) {
        return of.ended() == null && actor.unit().equals(of.issuer()) && begins(actor);
    }

    /**
     * Begins one.
     *
     * @throws Refused FORBIDDEN for who may not, INVALID when something of the plan is missing or
     *     the owner is not below the post
     */
    @Transactional
    public UUID begin(Actor actor, Wish wish) {
        Refused.unless(Kind.FORBIDDEN, begins(actor), "topic.refused.begin");
        var owner = units.tree(actor.county()).find(wish.owner()).filter(Unit::live);
        boolean below = owner.filter(unit -> actor.covers(unit.path())).isPresent();
        Refused.unless(Kind.INVALID, below, "topic.refused.owner");
        fold.fold(actor.county());
        var now = clock.instant();
        var plan =
                new Monthly.Plan(
                        wish.plan().cause().strip(),
                        text(wish.plan().measures(), PLAN_CHARACTERS_MAX),
                        text(wish.plan().target(), TARGET_CHARACTERS_MAX));
        boolean shortCause = plan.cause().length() <= CAUSE_CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, shortCause, "topic.refused.text", CAUSE_CHARACTERS_MAX);
        var made =
                new Monthly(
                        actor.county(),
                        Ids.next(),
                        1,
                        YearMonth.from(Zones.day(now)),
                        text(wish.title(), TITLE_CHARACTERS_MAX),
                        wish.topic(),
                        wish.category(),
                        actor.unit(),
                        wish.owner(),
                        plan,
                        0,
                        DAYS,
                        now,
                        null);
        store.insert(counted(made, now), milestones(wish.steps()));
        tell(actor, made.id(), "begin", made.title());
        return made.id();
    }

    private Monthly counted(Monthly made, Instant now) {
        return new Monthly(
                made.county(),
                made.id(),
                made.version(),
                made.month(),
                made.title(),
                made.topic(),
                made.category(),
                made.issuer(),
                made.owner(),
                made.plan(),
                count(made, now),
                made.days(),
                made.begun(),
                null);
    }

    private static List<Monthly.Milestone> milestones(List<Step> steps) {
        boolean some = !steps.isEmpty() && steps.size() <= MILESTONES_MAX;
        Refused.unless(Kind.INVALID, some, "topic.refused.steps", MILESTONES_MAX);
        var all = new ArrayList<Monthly.Milestone>();
        for (Step step : steps) {
            var name = text(step.name(), NAME_CHARACTERS_MAX);
            all.add(new Monthly.Milestone(all.size() + 1, name, step.due(), null));
        }
        return all;
    }

    private static String text(String typed, int most) {
        var said = typed.strip();
        boolean good = !said.isEmpty() && said.length() <= most;
        Refused.unless(Kind.INVALID, good, "topic.refused.text", most);
        return said;
    }

    private void tell(Actor actor, UUID id, String act, String text) {
        var name = actor.title() + " " + actor.name();
        store.note(actor, id, new Monthly.Note(act, text, name, clock.instant()));
        audit.record(actor, Act.of(Verb.MONTHLY_TOPIC_CHANGED, id).with("act", act));
    }

    /** Tells how it goes. */
    @Transactional
    public void note(Actor actor, UUID id, String typed) {
        var on = get(actor, id);
        Refused.unless(Kind.FORBIDDEN, owns(actor, on), "topic.refused.hand");
        tell(actor, id, "note", text(typed, NOTE_CHARACTERS_MAX));
    }

    /** A step of the plan is done. */
    @Transactional
    public void reach(Actor actor, UUID id, int position) {
        var on = get(actor, id);
        Refused.unless(Kind.FORBIDDEN, owns(actor, on), "topic.refused.hand");
        boolean reached = store.reach(on, position, Zones.day(clock.instant()));
        Refused.unless(Kind.CONFLICT, reached, "topic.refused.stale");
        tell(actor, id, "reach", Integer.toString(position));
    }

    /** Ends it; what was told of it since is counted beside what was told before. */
    @Transactional
    public void close(Actor actor, UUID id, int version, String typed) {
        var on = get(actor, id);
        Refused.unless(Kind.FORBIDDEN, ends(actor, on), "topic.refused.hand");
        var outcome = text(typed, NOTE_CHARACTERS_MAX);
        fold.fold(actor.county());
        boolean fresh = on.version() == version && store.move(on);
        Refused.unless(Kind.CONFLICT, fresh, "topic.refused.stale");
        var now = clock.instant();
        store.close(on, new Monthly.Ended(count(on, now), outcome, now));
        tell(actor, id, "close", outcome);
    }
}
