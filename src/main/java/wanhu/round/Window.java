package wanhu.round;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time of one meeting.
 *
 * @param period key of the week, month or day: "2026-W34", "2026-08", "2026-08-24"
 * @param from from when what is open may come on its list, inclusive
 * @param until the cut-off, exclusive
 * @param freezes when the list closes by itself; null when it closes as the meeting begins
 * @param due when it must have been held, exclusive; null when nothing says so
 */
record Window(
        String period,
        Instant from,
        Instant until,
        @Nullable Instant freezes,
        @Nullable Instant due) {}
