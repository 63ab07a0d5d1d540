package wanhu.matter;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.promise.ClockReached;
import wanhu.promise.PromisesStale;

/**
 * Writes into the timeline what the clocks tell: a reminder at a part of the time, a deadline that
 * moved.
 */
@Component
class PromiseWatch {
    private final Matters matters;
    private final MatterStore store;

    PromiseWatch(Matters matters, MatterStore store) {
        this.matters = matters;
        this.store = store;
    }

    @EventListener
    void on(ClockReached fact) {
        store.lock(fact.county(), fact.subject())
                .filter(Matter::open)
                .ifPresent(matter -> matters.take(new By.Rule("chase"), remind(matter, fact)));
    }

    @EventListener
    void on(PromisesStale fact) {
        store.lock(fact.county(), fact.subject())
                .ifPresent(matter -> matters.rederive(matter, fact.calendar()));
    }

    private static Taking remind(Matter matter, ClockReached fact) {
        var chase = new Step.Chase(fact.kind(), fact.percent());
        return new Taking(
                matter.county(), matter.id(), Taking.ANY_VERSION, Ids.next(), chase, null, null);
    }
}
