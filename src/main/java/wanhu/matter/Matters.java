package wanhu.matter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Wall;
import wanhu.calendar.Calendars;
import wanhu.life.By;
import wanhu.life.Decision;
import wanhu.life.Ground;
import wanhu.life.Hands;
import wanhu.life.Hold;
import wanhu.life.Ladder;
import wanhu.life.Matter;
import wanhu.life.Outcome;
import wanhu.life.Step;
import wanhu.org.Units;
import wanhu.promise.Clocks;

/** The door to matters: one act, one transaction; lock, decide, write, tell. */
@Service
public class Matters {
    private final MatterStore store;
    private final Claims claims;
    private final StepStore steps;
    private final PartStore parts;
    private final RequesterStore requesters;
    private final Clocks clocks;
    private final LimitBook limits;
    private final Units units;
    private final Calendars calendars;
    private final List<StepGate> gates;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Matters(
            MatterStore store,
            Claims claims,
            StepStore steps,
            PartStore parts,
            RequesterStore requesters,
            Clocks clocks,
            LimitBook limits,
            Units units,
            Calendars calendars,
            List<StepGate> gates,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.claims = claims;
        this.steps = steps;
        this.parts = parts;
        this.requesters = requesters;
        this.clocks = clocks;
        this.limits = limits;
        this.units = units;
        this.calendars = calendars;
        this.gates = List.copyOf(gates);
        this.clock = clock;
        this.facts = facts;
    }

    /**
     * Takes a step.
     *
     * @return the matter after it; for a repeated command the matter as it stands
     * @throws Refused MISSING when there is no such matter for this actor, CONFLICT when somebody
     *     was faster or the stage does not allow it, FORBIDDEN, RULE or INVALID as {@link Decision}
     *     says
     */
    @Transactional
    public Matter take(By by, Taking taking) {
        return by.wall().behind(() -> taken(by, taking));
    }

    private Matter taken(By by, Taking taking) {
        var now = clock.instant();
        var held = claims.lock(by, taking);
        if (held.map(Claims.Held::done).orElseGet(() -> claims.done(taking))) {
            return get(taking.county(), taking.matter());
        }
        var locked = held.orElseThrow(Matters::missing);
        var before = touched(by, locked.matter());
        if (taking.version() != Taking.ANY_VERSION && taking.version() != before.version()) {
            throw new Refused(Refused.Kind.CONFLICT, "matter.refused.stale", before.number());
        }
        gates.forEach(gate -> gate.check(by, before, taking.step(), now));
        var outcome = Decision.next(before, taking.step(), ground(by, locked, now));
        var draft =
                new StepStore.Entry(
                        before,
                        outcome.matter(),
                        taking.step(),
                        by,
                        taking.happened(now),
                        now,
                        taking.round(),
                        taking.command());
        // Who hands a matter on writes a row that is theirs no longer.
        return Wall.whole(() -> write(draft, outcome));
    }

    private Matter write(StepStore.Entry draft, Outcome outcome) {
        var now = draft.recorded();
        var decided = outcome.matter();
        var finish = Sorting.finish(clocks, draft);
        var due = clocks.apply(decided.county(), decided.id(), outcome.clocks(), now);
        var after = decided.recorded(due, now);
        store.update(after, now);
        outcome.parts().forEach(part -> parts.give(after, part, calendars.of(after.county()), now));
        steps.append(draft.written(after, Sorting.told(clocks, draft, finish)));
        also(draft, after, now);
        facts.publishEvent(
                new MatterMoved(
                        draft.before(), after, draft.step(), draft.by(), draft.round(), now));
        return after;
    }

    /** What some steps write beside the matter's own row. */
    private void also(StepStore.Entry entry, Matter after, Instant now) {
        switch (entry.step()) {
            case Step.Merge merge -> merge(after, merge, entry.by(), now);
            case Step.CoReport report -> parts.report(after, report, now);
            case Step.Rate rating when entry.by() instanceof By.Requester(var requester) ->
                    rate(after, requester, rating, now);
            case Step.Rate rating when entry.by() instanceof By.OnBehalf(_, var requester) ->
                    rate(after, requester, rating, now);
            case Step _ -> {}
        }
    }

    private void rate(Matter matter, UUID requester, Step.Rate rating, Instant now) {
        if (!requesters.rate(matter.county(), requester, rating, now)) {
            throw new Refused(Refused.Kind.CONFLICT, "matter.refused.rated");
        }
    }

    /**
     * Derives the deadlines anew after the calendar changed; the timeline says so when the next one
     * moved.
     */
    @Transactional
    void rederive(Matter matter, String calendar) {
        var now = clock.instant();
        var due = clocks.recompute(matter.county(), matter.id(), now);
        if (!matter.open() || Objects.equals(due.at(), matter.times().due())) {
            return;
        }
        var step = new Step.Recompute(matter.times().due(), due.at(), calendar);
        write(
                new StepStore.Entry(
                        matter, matter, step, new By.Rule("calendar"), now, now, null, null),
                Outcome.of(matter));
    }

    /** All requesters follow into the other matter, with code, answer and rating of their own. */
    private void merge(Matter from, Step.Merge merge, By by, Instant now) {
        var into =
                by.wall()
                        .behind(() ->
                                store.lock(from.county(), merge.into())
                                        .map(other -> touched(by, other)))
                        .orElseThrow(Matters::missing);
        if (!into.open()) {
            throw new Refused(Refused.Kind.RULE, "matter.refused.merge-closed", into.number());
        }
        AccusedGate.mayFollow(from, into);
        int moved = requesters.follow(from.county(), from.id(), into.id());
        var joined = into.joinedBy(moved);
        write(
                new StepStore.Entry(into, joined, new Step.Join(), by, now, now, null, null),
                Outcome.of(joined));
    }

    private Ground ground(By by, Claims.Held locked, Instant now) {
        var matter = locked.matter();
        var tree = units.tree(matter.county());
        var holder = matter.parties().holder();
        return new Ground(
                now,
                Hands.of(by, matter, locked.coHandles()),
                limits.limits(matter.county(), now),
                Ladder.above(tree, holder),
                Ladder.below(tree, holder, matter.about().placeUnit()),
                by.person());
    }

    /** The matter for who may see it; fails closed: what one may not see does not exist. */
    private Matter touched(By by, Matter matter) {
        boolean may =
                switch (by) {
                    case By.Staff(var actor) -> sees(actor, matter);
                    case By.OnBehalf(var actor, var requester) ->
                            sees(actor, matter) && asks(requester, matter);
                    case By.Requester(var requester) -> asks(requester, matter);
                    case By.Rule _ -> true;
                };
        if (!may) {
            throw missing();
        }
        return matter;
    }

    private boolean asks(UUID requester, Matter matter) {
        return requesters
                .find(matter.county(), requester)
                .filter(each -> each.matter().equals(matter.id()))
                .isPresent();
    }

    private boolean sees(Actor actor, Matter matter) {
        return actor.county() == matter.county()
                && Hands.seen(
                        actor, matter, () -> parts.any(matter.county(), matter.id(), actor.unit()));
    }

    /** The matter for staff who may see it. */
    @Transactional(readOnly = true)
    public Matter get(Actor actor, UUID id) {
        return seen(actor, () -> store.find(actor.county(), id));
    }

    /** The matter with that number, for staff who may see it. */
    @Transactional(readOnly = true)
    public Matter get(Actor actor, String number) {
        return seen(actor, () -> store.findByNumber(actor.county(), number));
    }

    private Matter seen(Actor actor, Supplier<Optional<Matter>> find) {
        return Wall.of(actor)
                .behind(() -> find.get().filter(matter -> sees(actor, matter)))
                .orElseThrow(Matters::missing);
    }

    /**
     * The matter for a rule of the system or for a requester who has shown her code; no scope is
     * asked.
     */
    @Transactional(readOnly = true)
    public Matter get(int county, UUID id) {
        return Wall.whole(() -> store.find(county, id)).orElseThrow(Matters::missing);
    }

    /** The timeline, oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineLine> timeline(Matter matter) {
        return steps.timeline(matter.county(), matter.id());
    }

    /** The parts of co-handlers. */
    @Transactional(readOnly = true)
    public List<Part> parts(Matter matter) {
        return parts.of(matter.county(), matter.id());
    }

    /** Names of the steps that the actor may take on the matter now, in the order of the table. */
    @Transactional(readOnly = true)
    public Set<String> allowed(Actor actor, Matter matter) {
        var hands =
                Hands.of(
                        new By.Staff(actor),
                        matter,
                        parts.open(matter.county(), matter.id(), actor.unit()));
        return Hands.steps(matter, hands);
    }

    /** The unit to which the holder would raise the matter; empty at the county. */
    @Transactional(readOnly = true)
    public Optional<Hold> above(Matter matter) {
        return Optional.ofNullable(
                Ladder.above(units.tree(matter.county()), matter.parties().holder()));
    }

    /** The unit to which the holder would hand the matter back; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Hold> below(Matter matter) {
        var tree = units.tree(matter.county());
        return Optional.ofNullable(
                Ladder.below(tree, matter.parties().holder(), matter.about().placeUnit()));
    }

    private static Refused missing() {
        return new Refused(Refused.Kind.MISSING, "matter.refused.missing");
    }
}
