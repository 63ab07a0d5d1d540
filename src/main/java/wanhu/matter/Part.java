package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;

/**
 * A co-handler's part of a matter, with a deadline of its own.
 *
 * @param due end of its time, exclusive
 * @param reported when its report came; null while it is open
 */
public record Part(
        UUID unit,
        Instant given,
        Instant due,
        Instant warn,
        @Nullable Instant reported,
        String report) {
    /** How late it is now. */
    public Lateness lateness(Instant now) {
        return reported == null ? Lateness.of(due, warn, now) : Lateness.DONE;
    }
}
