package wanhu.org;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Zones;

/** Applies acts whose day has come; may come late, twice or on another node. */
@Component
class ActTick {
    private final ActStore store;
    private final Acts acts;
    private final Clock clock;

    ActTick(ActStore store, Acts acts, Clock clock) {
        this.store = store;
        this.acts = acts;
        this.clock = clock;
    }

    /** Looks for acts that are due. An act that the tree no longer allows fails visibly. */
    @Scheduled(fixedDelayString = "${wanhu.tick:PT10S}", initialDelayString = "${wanhu.tick:PT10S}")
    void tick() {
        for (ActStore.Due due : store.due(Zones.day(clock.instant()))) {
            try {
                acts.applyDue(due.county(), due.act());
            } catch (Refused no) {
                acts.fail(due.county(), due.act(), no.word());
            }
        }
    }
}
