package wanhu.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import wanhu.base.Zones;

/**
 * When rounds close: the weekly meeting on Sunday at 24:00, the month's lists on the 20th and 28th
 * at 24:00. A month runs from one cut-off to the next, so every instant lies in exactly one.
 *
 * <p>"Before the 20th" says nothing of holidays, so a cut-off is not moved unless a county asks for
 * it ({@link Shift}).
 */
public final class Cutoffs {
    /** What becomes of a cut-off on a day on which offices rest. */
    public enum Shift {
        /** It stays: the rule says "before". */
        NONE,
        /** The workday before is the last day. */
        WORKDAY_BEFORE,
        /** The workday after is the last day (as Civil Code article 203 has it). */
        WORKDAY_AFTER
    }

    private final int day;
    private final Shift shift;
    private final WorkCalendar calendar;

    /**
     * Cut-offs on a day of the month.
     *
     * @param day 1 to 31; the last day of a shorter month stands for a later one
     */
    public Cutoffs(int day, Shift shift, WorkCalendar calendar) {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("Expected a day of 1 to 31 but got " + day);
        }
        this.day = day;
        this.shift = shift;
        this.calendar = calendar;
    }

    /** The ISO week of an instant: Monday 00:00 to Sunday 24:00, in China. */
    public static Period week(Instant at) {
        var monday = Zones.day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(
                "%d-W%02d"
                        .formatted(
                                monday.get(IsoFields.WEEK_BASED_YEAR),
                                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                Zones.startOf(monday),
                Zones.startOf(monday.plusWeeks(1)));
    }

    /** The last day of a month's list, after the shift. */
    public LocalDate lastDay(YearMonth month) {
        var plain = month.atDay(Math.min(day, month.lengthOfMonth()));
        return switch (shift) {
            case NONE -> plain;
            case WORKDAY_BEFORE -> workdayBefore(plain);
            case WORKDAY_AFTER -> calendar.nextWorkday(plain);
        };
    }

    /** 24:00 of the last day: what comes at or after this instant belongs to the next month. */
    public Instant cutoff(YearMonth month) {
        return Zones.startOf(lastDay(month).plusDays(1));
    }

    /** From the cut-off of the month before to that of this month. */
    public Period month(YearMonth month) {
        return new Period(month.toString(), cutoff(month.minusMonths(1)), cutoff(month));
    }

    /** The period in which an instant lies: the one whose cut-off comes next. */
    public Period month(Instant at) {
        var month = YearMonth.from(Zones.day(at)).minusMonths(1);
        while (!at.isBefore(cutoff(month))) {
            month = month.plusMonths(1);
        }
        return month(month);
    }

    private LocalDate workdayBefore(LocalDate day) {
        var before = day;
        while (!calendar.isWorkday(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
