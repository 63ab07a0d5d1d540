package wanhu.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Fact;

/**
 * The work calendar of a county has changed, and with it deadlines that are still open.
 *
 * @param at when
 * @param oldVersion version until now
 * @param newVersion version from now on
 * @param calendar the new calendar
 * @param change what was done
 * @param by who did it; null when a new release brought other holidays
 */
public record CalendarChanged(
        int county,
        Instant at,
        String oldVersion,
        String newVersion,
        WorkCalendar calendar,
        CalendarChange change,
        @Nullable Actor by)
        implements Fact {}
