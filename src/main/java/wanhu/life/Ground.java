package wanhu.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;

/**
 * On what a decision stands: everything outside the matter that it needs, gathered before it, so
 * that it is pure.
 *
 * @param now the moment of the act
 * @param hands as what the actor may act on this matter
 * @param limits the rules in force on this day
 * @param above the unit above the holder, null at the county
 * @param below the unit of the next lower level towards the place, null at the place's own level
 * @param author the acting person, null for a resident and the system
 */
public record Ground(
        Instant now,
        Set<Hand> hands,
        Limits limits,
        @Nullable Hold above,
        @Nullable Hold below,
        java.util.@Nullable UUID author) {

    LocalDate today() {
        return Zones.day(now);
    }
}
