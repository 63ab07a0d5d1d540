package wanhu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wanhu.base.Vital;
import wanhu.base.VitalSource;
import wanhu.base.Wall;

/** When this program last looked at the clock: one thread does all ticks, so a long one shows. */
final class TickWatch implements VitalSource {
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration BAD = Duration.ofMinutes(5);

    private final Clock clock;
    private volatile Instant last;

    TickWatch(Clock clock) {
        this.clock = clock;
        last = clock.instant();
    }

    /** What the clock asks for is the program's own work, over all counties. */
    Runnable watch(Runnable tick) {
        return () -> {
            Wall.whole(tick);
            last = clock.instant();
        };
    }

    @Override
    public List<Vital> vitals() {
        long ago = Math.max(0, Duration.between(last, clock.instant()).toSeconds());
        return List.of(
                Vital.below("status.vital.tick-seconds", ago, WATCH.toSeconds(), BAD.toSeconds()));
    }
}
