package wanhu.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of a demonstration: runs like the real one, and can be moved forward, never back, to
 * show what happens on the 20th and the 28th.
 */
public final class DemoClock extends Clock {
    private final Clock real;
    private volatile Duration ahead;

    /** A clock that is ahead of the real one by a duration that is not negative. */
    public DemoClock(Clock real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /**
     * Moves the clock forward to an instant.
     *
     * @throws Refused when the instant lies before now
     */
    public synchronized void moveTo(Instant target) {
        if (target.isBefore(instant())) {
            throw new Refused(Refused.Kind.RULE, "base.refused.clock-back");
        }
        ahead = Duration.between(real.instant(), target);
    }

    /**
     * Sets how far the clock is ahead, also by a negative duration: only at the start, before
     * anybody has seen it, to go on where it was, or to let the demonstration's past be played.
     */
    public synchronized void begin(Duration from) {
        ahead = from;
    }

    /** How far the clock is ahead of the real one. */
    public Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
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
