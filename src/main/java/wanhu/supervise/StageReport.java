package wanhu.supervise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;

/**
 * 阶段报告: what is late is told about until it is solved, by the lead, or by the first recipient while
 * there is none (首接负责制).
 *
 * @param turn 1 for the first one of the matter
 * @param unit who owes it
 * @param first who received the matter first
 * @param given what was said; null while it is owed
 */
record StageReport(
        int county,
        UUID id,
        Supervision.Of of,
        int turn,
        UUID unit,
        UUID first,
        Instant owed,
        Instant due,
        @Nullable Given given) {

    /**
     * What was said.
     *
     * @param next what comes next
     * @param expected when it will be solved; null when nobody knows
     */
    record Given(Instant at, String by, String text, String next, @Nullable LocalDate expected) {}

    /** How late it is. */
    Lateness lateness(Instant now) {
        return given == null ? Lateness.of(due, null, now) : Lateness.DONE;
    }
}
