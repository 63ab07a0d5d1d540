package wanhu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a {@link Budget} at some instant; stored as columns, never changed by hand.
 *
 * @param dueAt when the time has run out, exclusive; while paused: if it went on now
 * @param warnAt when 80 % of the time has run, or the share that was asked for
 * @param halfAt when 50 % of the time has run, or the share that was asked for
 * @param nextCheck the first of half, warn and due that lies ahead; null when none does, or when
 *     the clock stands without a known end
 * @param paused whether the clock stands; one that had run out before it was stopped does not
 */
public record Derived(
        Instant dueAt,
        Instant warnAt,
        Instant halfAt,
        @Nullable Instant nextCheck,
        boolean paused) {

    /** The last day on which one is in time. */
    public LocalDate lastDay() {
        return Deadline.lastDay(dueAt);
    }
}
