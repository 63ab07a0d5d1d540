package wanhu.bulletin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import wanhu.matter.PeriodFigures.Span;

/**
 * What a bulletin tells of: a week from Monday to Sunday (ISO 8601), or a calendar month.
 *
 * @param from its first day
 */
public record Period(Kind kind, LocalDate from) {
    /** How long it is. */
    public enum Kind {
        /** 周报. */
        WEEK,
        /** 月报. */
        MONTH
    }

    public Period {
        if (!from.equals(first(kind, from))) {
            throw new IllegalArgumentException(
                    "Expected the first day of a " + kind + " but got " + from);
        }
    }

    /** The one in which the day lies. */
    static Period of(Kind kind, LocalDate day) {
        return new Period(kind, first(kind, day));
    }

    /** The last one that is over. */
    public static Period last(Kind kind, LocalDate today) {
        return of(kind, today).before();
    }

    private static LocalDate first(Kind kind, LocalDate day) {
        return switch (kind) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** Its last day. */
    LocalDate until() {
        return switch (kind) {
            case WEEK -> from.plusDays(6);
            case MONTH -> from.plusMonths(1).minusDays(1);
        };
    }

    Period before() {
        return of(kind, from.minusDays(1));
    }

    /** The same of the year before: the week of that number, which some years lack. */
    Optional<Period> yearAgo() {
        return switch (kind) {
            case WEEK -> Optional.of(ofWeek(year() - 1, number())).filter(this::sameNumber);
            case MONTH -> Optional.of(new Period(kind, from.minusYears(1)));
        };
    }

    private static Period ofWeek(int year, int number) {
        var first = of(Kind.WEEK, LocalDate.of(year, 1, 4));
        return new Period(Kind.WEEK, first.from.plusWeeks(number - 1L));
    }

    private boolean sameNumber(Period other) {
        return other.number() == number();
    }

    /** The year to which it belongs: a week to that of its Thursday. */
    int year() {
        return switch (kind) {
            case WEEK -> from.get(IsoFields.WEEK_BASED_YEAR);
            case MONTH -> from.getYear();
        };
    }

    /** Number of the week, 1 to 53, or of the month. */
    int number() {
        return switch (kind) {
            case WEEK -> from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> from.getMonthValue();
        };
    }

    /** Whether all of it lies before a day. */
    boolean over(LocalDate today) {
        return until().isBefore(today);
    }

    /** Whether the day lies in it. */
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until());
    }

    Span span() {
        return new Span(from, until());
    }
}
