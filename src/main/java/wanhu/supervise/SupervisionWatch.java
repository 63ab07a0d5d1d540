package wanhu.supervise;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.org.Units;
import wanhu.promise.ClockKind;
import wanhu.promise.ClockReached;
import wanhu.promise.PromisesStale;
import wanhu.supervise.Notified.News;
import wanhu.supervise.Supervision.State;
import wanhu.supervise.SupervisionStore.Doer;

/**
 * What the clocks tell of orders: reminders at parts of the time, and, when no answer comes for so
 * long, a prompt for the level above. Each part is claimed once by the tick, on whichever node.
 */
@Component
class SupervisionWatch {
    private static final int WHOLE = 100;

    private final SupervisionStore store;
    private final FoundStore prompts;
    private final AnswerClocks clocks;
    private final Units units;
    private final ApplicationEventPublisher facts;

    SupervisionWatch(
            SupervisionStore store,
            FoundStore prompts,
            AnswerClocks clocks,
            Units units,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.prompts = prompts;
        this.clocks = clocks;
        this.units = units;
        this.facts = facts;
    }

    @EventListener
    void on(ClockReached fact) {
        if (fact.kind() != ClockKind.SUPERVISE && fact.kind() != ClockKind.UNANSWERED) {
            return;
        }
        store.lock(fact.county(), fact.subject())
                .filter(order -> order.state() == State.OPEN)
                .ifPresent(order -> reached(order, fact));
    }

    private void reached(Supervision order, ClockReached fact) {
        if (fact.kind() == ClockKind.SUPERVISE) {
            chase(order, fact.percent(), fact.at());
        } else if (fact.percent() == WHOLE) {
            prompt(order, fact.at());
        }
    }

    private void chase(Supervision order, int percent, Instant now) {
        var line = new Event("Chase", order.rank(), order.times().due(), percent + " %", "", now);
        store.append(order, line, Doer.SYSTEM);
        if (percent == WHOLE) {
            clocks.wait(order, now);
        }
        facts.publishEvent(
                new Notified(
                        order.county(),
                        News.CHASED,
                        order.parties().to(),
                        order.number(),
                        order.of().number(),
                        "/supervise/" + order.id(),
                        now));
    }

    /** The level above is told; that it takes the order over, a person there decides. */
    private void prompt(Supervision order, Instant now) {
        var next = order.rank().next();
        if (next.isEmpty()) {
            return;
        }
        var tree = units.tree(order.county());
        var prompt =
                new Prompt(
                        order.county(),
                        Ids.next(),
                        order.of().matter(),
                        order.of().number(),
                        Prompt.Rule.UNANSWERED,
                        order.id() + "." + order.version(),
                        0,
                        0,
                        next.get(),
                        next.get().seat(tree, order.parties().to()),
                        order.parties().to(),
                        order.id(),
                        now);
        if (prompts.add(prompt)) {
            facts.publishEvent(Prompts.news(prompt));
        }
    }

    /** A changed calendar moves the days that run by it. */
    @EventListener
    void on(PromisesStale fact) {
        store.lock(fact.county(), fact.subject())
                .ifPresent(order -> clocks.recompute(order.county(), order.id(), fact.at()));
    }
}
