package wanhu.supervise;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.Units;
import wanhu.supervise.Notified.News;
import wanhu.supervise.SupervisionStore.Doer;

/** The door to orders of supervision: one act, one transaction. */
@Service
public class Supervisions {
    /** Roles that answer for a unit. */
    private static final Role[] CLERKS = {
        Role.GRID_WORKER,
        Role.VILLAGE_CLERK,
        Role.TOWNSHIP_CLERK,
        Role.COUNTY_CLERK,
        Role.DEPARTMENT_CLERK
    };

    private final SupervisionStore store;
    private final FoundStore prompts;
    private final Matters matters;
    private final Units units;
    private final AnswerClocks clocks;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Supervisions(
            SupervisionStore store,
            FoundStore prompts,
            Matters matters,
            Units units,
            AnswerClocks clocks,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.prompts = prompts;
        this.matters = matters;
        this.units = units;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
        this.facts = facts;
    }

    /** Whether this post may order something about the matter at all. */
    boolean mayIssue(Actor actor, Matter matter) {
        var to = matter.parties().handlerOrHolder();
        return matter.stage().unsolved()
                && Rank.of(actor, units.tree(actor.county())).isPresent()
                && actor.covers(to.path())
                && !actor.unit().equals(to.unit());
    }

    /** The instant of the page. */
    Instant now() {
        return clock.instant();
    }

    /** The last day for an answer when nobody names another one. */
    LocalDate usualDay(int county) {
        return clocks.usualDay(county, clock.instant());
    }

    /**
     * Gives an order to the unit that has the matter, and says so in its timeline.
     *
     * @throws Refused FORBIDDEN when this post does not supervise the unit, INVALID when something
     *     is missing, MISSING when there is no such matter for this actor
     */
    @Transactional
    public Supervision issue(Actor actor, Wish wish) {
        var now = clock.instant();
        var id = Ids.next();
        var before = store.claim(actor.county(), wish.command(), id, now);
        if (before.isPresent()) {
            return store.find(actor.county(), before.get()).orElseThrow();
        }
        var matter = matters.get(actor, wish.matter());
        Refused.unless(Kind.FORBIDDEN, mayIssue(actor, matter), "supervise.refused.issue");
        var order = drawnUp(actor, wish, new Drawn(id, matter, now));
        store.insert(order);
        store.append(order, event(order, "Issue", wish.demand(), now), doer(actor));
        if (wish.prompt() != null) {
            var decided =
                    new FoundStore.Decided(FoundStore.Outcome.ORDERED, actor.title(), "", now);
            prompts.decide(actor.county(), wish.prompt(), decided, order.id());
        }
        clocks.run(order, now);
        remark(actor, matter, order);
        record(actor, order, "Issue");
        tell(order, News.ORDERED, order.parties().to(), now);
        return order;
    }

    /** What an order is drawn up from. */
    private record Drawn(UUID id, Matter matter, Instant now) {}

    private Supervision drawnUp(Actor actor, Wish wish, Drawn from) {
        var demand = wish.demand().strip();
        Refused.unless(Kind.INVALID, !demand.isEmpty(), "supervise.refused.text");
        Refused.unless(
                Kind.INVALID,
                demand.length() <= Decision.TEXT_CHARACTERS_MAX,
                "supervise.refused.long",
                Decision.TEXT_CHARACTERS_MAX);
        var rank = Rank.of(actor, units.tree(actor.county())).orElseThrow();
        Refused.unless(
                Kind.FORBIDDEN, !wish.listed() || rank != Rank.TOWNSHIP, "supervise.refused.list");
        int year = Zones.day(from.now()).getYear();
        var number =
                "%06d-DB%d-%04d".formatted(actor.county(), year, store.next(actor.county(), year));
        var matter = from.matter();
        return new Supervision(
                actor.county(),
                from.id(),
                number,
                1,
                new Supervision.Of(matter.id(), matter.number()),
                rank,
                wish.listed(),
                wish.ground(),
                demand,
                new Supervision.Parties(
                        actor.unit(), actor.title(), matter.parties().handlerOrHolder().unit()),
                new Supervision.Times(from.now(), Decision.ahead(wish.until(), from.now()), null),
                Supervision.State.OPEN);
    }

    /** The timeline of the matter tells that it is supervised; staff alone reads it. */
    private void remark(Actor actor, Matter matter, Supervision order) {
        var step = new Step.Remark(order.number() + " " + order.demand());
        matters.take(
                new By.Staff(actor),
                new Taking(
                        matter.county(),
                        matter.id(),
                        Taking.ANY_VERSION,
                        Ids.next(),
                        step,
                        null,
                        null));
    }

    /**
     * Takes an act on an order.
     *
     * @param version the version that the page showed
     * @throws Refused MISSING when there is no such order for this actor, CONFLICT when somebody
     *     was faster, and as {@link Decision} says
     */
    @Transactional
    public Supervision take(Actor actor, UUID id, int version, Act act) {
        var now = clock.instant();
        var before = store.lock(actor.county(), id).orElseThrow(Supervisions::missing);
        Refused.unless(Kind.MISSING, sees(actor, before), "supervise.refused.missing");
        Refused.unless(Kind.CONFLICT, before.version() == version, "supervise.refused.stale");
        var after = Decision.next(before, act, ground(actor, before));
        store.update(after);
        store.append(after, event(after, act.name(), act.text().strip(), now), doer(actor));
        switch (act) {
            case Act.Reply _, Act.Close _ -> clocks.stop(after, now);
            case Act.SendBack _, Act.Extend _, Act.Raise _ -> clocks.run(after, now);
            case Act.Post _ -> {}
        }
        record(actor, after, act.name());
        boolean up = act instanceof Act.Reply;
        var hearer = up ? after.parties().issuer() : after.parties().to();
        tell(after, up ? News.ANSWERED : News.CHANGED, hearer, now);
        return after;
    }

    /**
     * An order.
     *
     * @throws Refused MISSING when there is none for this actor
     */
    @Transactional(readOnly = true)
    public Supervision get(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .filter(order -> sees(actor, order))
                .orElseThrow(Supervisions::missing);
    }

    /** The orders of a matter, newest first. */
    @Transactional(readOnly = true)
    List<Supervision> ofMatter(int county, UUID matter) {
        return store.ofMatter(county, matter);
    }

    /** The history of an order, newest first. */
    @Transactional(readOnly = true)
    List<Event> events(Supervision order) {
        return store.events(order.county(), order.id());
    }

    /** Names of the acts that this post may take now. */
    @Transactional(readOnly = true)
    Set<String> allowed(Actor actor, Supervision order) {
        return Decision.allowed(order, ground(actor, order));
    }

    /**
     * Whether this post sees the order: its units ordered it or were ordered; never the accused.
     */
    boolean sees(Actor actor, Supervision order) {
        var tree = units.tree(actor.county());
        boolean theirs =
                tree.find(order.parties().to())
                                .filter(unit -> actor.covers(unit.path()))
                                .isPresent()
                        || tree.find(order.parties().issuer())
                                .filter(unit -> actor.covers(unit.path()))
                                .isPresent();
        return theirs
                && !actor.role().apart()
                && !matters.get(order.county(), order.of().matter())
                        .about()
                        .privacy()
                        .shutTo(actor.path());
    }

    private Decision.Ground ground(Actor actor, Supervision order) {
        var tree = units.tree(actor.county());
        boolean covers =
                !actor.unit().equals(order.parties().to())
                        && tree.find(order.parties().to())
                                .filter(unit -> actor.covers(unit.path()))
                                .isPresent();
        return new Decision.Ground(
                actor.unit(),
                actor.title(),
                Rank.of(actor, tree).orElse(null),
                covers,
                actor.is(CLERKS),
                matters.get(order.county(), order.of().matter()).stage().unsolved(),
                clock.instant());
    }

    private void record(Actor actor, Supervision order, String act) {
        audit.record(
                actor,
                wanhu.base.Act.of(Verb.SUPERVISED, order.id())
                        .with("act", act)
                        .with("number", order.number())
                        .with("matter", order.of().number()));
    }

    private void tell(Supervision order, News news, UUID unit, Instant now) {
        facts.publishEvent(
                new Notified(
                        order.county(),
                        news,
                        unit,
                        order.number(),
                        order.of().number(),
                        "/supervise/" + order.id(),
                        now));
    }

    private static Event event(Supervision order, String act, String text, Instant now) {
        return new Event(act, order.rank(), order.times().due(), text, "", now);
    }

    private static Doer doer(Actor actor) {
        return new Doer(
                actor.person(), actor.post(), actor.unit(), actor.title() + " " + actor.name());
    }

    static Refused missing() {
        return new Refused(Kind.MISSING, "supervise.refused.missing");
    }
}
