package wanhu.promise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;
import wanhu.calendar.Term;

/**
 * A running promise as people see it.
 *
 * @param term its length by rule or by whoever gave it; null when a day was named
 * @param due when it ends, exclusive
 * @param warn from when it is soon
 * @param paused whether its time stands still
 */
public record Promise(
        ClockKind kind,
        Instant started,
        @Nullable Term term,
        Instant due,
        @Nullable Instant warn,
        boolean paused) {
    /** How late it is now. */
    public Lateness lateness(Instant now) {
        return paused ? Lateness.PAUSED : Lateness.of(due, warn, now);
    }
}
