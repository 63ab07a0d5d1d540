package wanhu.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time that never goes back and does not jump at a word of the machine's clock. It follows that
 * clock; when the clock leaps away from the machine's steady counter, one of the two is wrong, and
 * deadlines, ids and the sealed record must not follow a mistake: it goes on by the counter and
 * raises an alarm. A clock that stays ahead is believed after a while, since a machine that slept
 * has no other way to know; one that was set back is believed by the next start alone, and then
 * only by and by: time that was written down does not come again.
 */
public final class Steady implements InstantSource {
    /** The time of this machine, for everybody. */
    public static final Steady MACHINE = new Steady(InstantSource.system(), System::nanoTime);

    /** More than a time server corrects at once. */
    static final Duration LEAP = Duration.ofMinutes(2);

    /** So long a clock that leapt ahead must stay there to be believed. */
    static final Duration DOUBTED_FOR = Duration.ofMinutes(10);

    /** So long a leap that was believed is told. */
    static final Duration TOLD_FOR = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Steady.class);

    private final InstantSource machine;
    private final LongSupplier counter;
    private Instant last;
    private long counted;
    private @Nullable Leap leap;
    private boolean waits;

    /** The time of a clock that may leap, beside a counter of nanoseconds that does not. */
    public Steady(InstantSource machine, LongSupplier counter) {
        this.machine = machine;
        this.counter = counter;
        this.last = machine.instant();
        this.counted = counter.getAsLong();
    }

    /**
     * That the machine's clock leapt.
     *
     * @param at when, by the time that we follow
     * @param by how far; negative for back
     * @param believed whether we follow it by now
     */
    public record Leap(Instant at, Duration by, boolean believed) {
        /** Whether the clock was set back. */
        public boolean back() {
            return by.isNegative();
        }
    }

    @Override
    public synchronized Instant instant() {
        long nanos = counter.getAsLong();
        var clock = machine.instant();
        var steady = last.plusNanos((nanos - counted) / (waits ? 2 : 1));
        var off = Duration.between(steady, clock);
        counted = nanos;
        last = off.abs().compareTo(LEAP) <= 0 ? followed(clock) : leapt(steady, clock, off);
        return last;
    }

    private Instant followed(Instant clock) {
        waits = false;
        if (leap != null && !leap.believed()) {
            LOG.warn("The machine's clock is right again.");
            leap = null;
        }
        return clock.isAfter(last) ? clock : last;
    }

    private Instant leapt(Instant steady, Instant clock, Duration off) {
        if (leap == null || leap.believed() || leap.back() != off.isNegative()) {
            leap = new Leap(steady, off, false);
            LOG.warn("The machine's clock leapt by {} to {}: going on at {}.", off, clock, steady);
        }
        if (leap.back() || steady.isBefore(leap.at().plus(DOUBTED_FOR))) {
            return steady;
        }
        leap = new Leap(clock, off, true);
        LOG.warn("The machine's clock stays {} ahead: following it.", off);
        return clock;
    }

    /**
     * At the start: so late it was already when something was written down last. From there time
     * goes on at half its speed until the clock has caught up.
     */
    public synchronized void notBefore(Instant written) {
        if (written.isAfter(instant())) {
            last = written;
            waits = true;
        }
    }

    /** The last leap, while it is worth an alarm; empty when all is well. */
    public synchronized Optional<Leap> leap() {
        var now = instant();
        var told = leap;
        boolean old = told != null && told.believed() && told.at().plus(TOLD_FOR).isBefore(now);
        return told == null || old ? Optional.empty() : Optional.of(told);
    }
}
