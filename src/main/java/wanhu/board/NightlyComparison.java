package wanhu.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;

/**
 * Proves each night that what is kept is what the matters say. A night's comparison of a county is
 * taken by one program alone; it may come late, and then comes all the same.
 */
@Component
class NightlyComparison {
    /** From this hour of China on it is night. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final Rollups rollups;
    private final RollupStore store;
    private final List<Rollup> kept;
    private final Clock clock;

    NightlyComparison(Rollups rollups, RollupStore store, List<Rollup> kept, Clock clock) {
        this.rollups = rollups;
        this.store = store;
        this.kept = kept;
        this.clock = clock;
    }

    /** Compares the counties that were not compared since the night began. */
    @Scheduled(
            fixedDelayString = "${wanhu.compare-tick:PT5M}",
            initialDelayString = "${wanhu.compare-tick:PT5M}")
    public void run() {
        for (Rollup what : kept) {
            store.counties(what).forEach(county -> compare(what, county));
        }
    }

    /** Compares a county unless somebody has since the night began. */
    void compare(Rollup what, int county) {
        var now = clock.instant();
        if (store.claim(what, county, night(now), now)) {
            rollups.compare(what, county)
                    .ifPresent(differing -> store.compared(what, county, differing, now));
        }
    }

    /** When the night began that is or was the last. */
    static Instant night(Instant now) {
        var here = now.atZone(Zones.CHINA);
        var tonight = here.with(NIGHT);
        return (tonight.isAfter(here) ? tonight.minusDays(1) : tonight).toInstant();
    }
}
