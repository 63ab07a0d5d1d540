package wanhu.base;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The {@link Steady} time in China. */
public final class SteadyClock extends Clock {
    /** See {@link Steady#notBefore}. */
    public void notBefore(Instant written) {
        Steady.MACHINE.notBefore(written);
    }

    @Override
    public Instant instant() {
        return Steady.MACHINE.instant();
    }

    @Override
    public ZoneId getZone() {
        return Zones.CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
