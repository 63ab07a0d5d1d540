package wanhu.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.calendar.Deadline;
import wanhu.org.Level;

/**
 * A meeting (民情碰头会, 乡镇民情例会, 县办会商) of one body for one week, month or day.
 *
 * @param kind code of its kind
 * @param name what it is called
 * @param body who meets
 * @param period key of its week, month or day
 * @param ordinal which one of the period, from 1
 * @param from from when what is open may come on its list, inclusive
 * @param until the cut-off, exclusive
 * @param freezes when the list closes by itself; null when it closes as the meeting begins
 * @param due when it must have been held, exclusive; null when nothing says so
 */
public record Round(
        int county,
        UUID id,
        String kind,
        RoundKind.Text name,
        Cadence cadence,
        int quorum,
        Body body,
        String period,
        int ordinal,
        Instant from,
        Instant until,
        @Nullable Instant freezes,
        @Nullable Instant due,
        RoundState state,
        Sitting sitting) {

    /** Who meets. */
    public record Body(UUID unit, OrgPath path, Level level) {}

    /**
     * How it went.
     *
     * @param frozen when the list was frozen
     * @param met when the meeting ended
     * @param place where it sat
     * @param host who led it (主持人)
     * @param recorder who wrote (记录人)
     * @param minutes text of the minutes
     * @param approved when they were approved
     * @param approvedBy by whom: post and name
     */
    public record Sitting(
            @Nullable Instant frozen,
            @Nullable Instant met,
            String place,
            String host,
            String recorder,
            String minutes,
            @Nullable Instant approved,
            String approvedBy) {}

    /** The day at whose end (24:00) the list closes, or the week ends. */
    public LocalDate lastDay() {
        return Deadline.lastDay(until);
    }

    /** Whether it is over, held or not. */
    public boolean over() {
        return state == RoundState.CLOSED
                || state == RoundState.MISSED
                || state == RoundState.EMPTY;
    }
}
