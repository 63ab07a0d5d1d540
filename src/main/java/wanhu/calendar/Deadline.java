package wanhu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import wanhu.base.Zones;

/**
 * When a period ends, by the Civil Code, articles 200-204.
 *
 * <ul>
 *   <li>201: a period in days, workdays or months begins on the next day; one in hours from the
 *       moment.
 *   <li>202: a period in months ends on the same date of the last month, or on that month's last
 *       day when it has no such date.
 *   <li>203: when the last day is a rest day or holiday, the next working day is the last day; a
 *       rest day swapped to work is a working day. Hours are not rolled: who must act within hours
 *       is on duty.
 *   <li>204: the last day ends at 24:00. The instant is 00:00 of the next day and exclusive: at
 *       that instant it is too late.
 * </ul>
 */
public final class Deadline {
    private Deadline() {}

    /** The instant at which a period that starts now has run out, exclusive. */
    public static Instant due(Instant start, Term term, WorkCalendar calendar) {
        return new RunningTime(calendar, List.of()).run(start, Zones.day(start), term);
    }

    /** The last day on which one is in time, for a due instant: 8 May for 9 May 00:00. */
    public static LocalDate lastDay(Instant due) {
        return Zones.day(due.minusNanos(1));
    }
}
