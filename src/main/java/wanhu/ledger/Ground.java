package wanhu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;

/**
 * On what a decision stands, gathered before it, so that it is pure.
 *
 * @param hands as what somebody acts
 * @param actor as whom a leader claims; null for the system
 * @param heard how many ratings and checks there are
 * @param amended the project with the wished plan, units looked up; null but for an amendment
 */
record Ground(
        Instant now,
        Set<Hand> hands,
        Project.@Nullable Leader actor,
        int heard,
        @Nullable Project amended) {
    LocalDate today() {
        return Zones.day(now);
    }
}
