package wanhu.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a clock stood still: one row of its ledger.
 *
 * @param from when it was stopped
 * @param until when it went on, not before {@code from}; null while it still stands
 * @param cause why, such as the key of the step that stopped it
 */
public record Suspension(Instant from, @Nullable Instant until, String cause) {
    public Suspension {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Expected an end not before " + from + " but got " + until);
        }
    }

    /** Whether the clock stands at the instant. */
    boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** The pause as known at an instant: one that still stands lasts until then. */
    Span asOf(Instant now) {
        var known = now.isBefore(from) ? from : now;
        return new Span(from, until == null ? known : until);
    }
}
