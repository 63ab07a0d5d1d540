package wanhu.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A year of a calendar, ready to draw.
 *
 * @param months twelve months
 * @param spans its holidays, each with the days that make up for it
 */
record YearView(int year, List<MonthView> months, List<HolidaySpan> spans, YearSum sum) {
    private static final int MONTHS = 12;

    static YearView of(int year, WorkCalendar calendar, Set<LocalDate> own, LocalDate today) {
        var months =
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> YearMonth.of(year, month))
                        .map(month -> MonthView.of(month, day -> cell(day, calendar, own, today)))
                        .toList();
        var special = days(year).stream().map(calendar::special).flatMap(Optional::stream).toList();
        return new YearView(year, months, HolidaySpan.of(special), sum(year, calendar, special));
    }

    private static YearSum sum(int year, WorkCalendar calendar, List<SpecialDay> special) {
        int off = (int) special.stream().filter(day -> !day.works()).count();
        var first = LocalDate.of(year, 1, 1);
        return new YearSum(
                calendar.workdaysBetween(first, first.plusYears(1)), off, special.size() - off);
    }

    private static DayView cell(
            LocalDate day, WorkCalendar calendar, Set<LocalDate> own, LocalDate today) {
        var special = calendar.special(day);
        var look =
                special.map(each -> each.works() ? DayView.Look.SWAPPED : DayView.Look.OFF)
                        .orElse(calendar.isWorkday(day) ? DayView.Look.WORK : DayView.Look.REST);
        return new DayView(
                day,
                look,
                special.map(SpecialDay::reason).orElse(null),
                own.contains(day),
                day.equals(today));
    }

    private static List<LocalDate> days(int year) {
        var first = LocalDate.of(year, 1, 1);
        return IntStream.range(0, Year.of(year).length()).mapToObj(first::plusDays).toList();
    }
}

/**
 * Figures of a year.
 *
 * @param workdays days on which offices work
 * @param off days of the notice and the county on which they do not
 * @param swapped rest days on which they do
 */
record YearSum(int workdays, int off, int swapped) {}

/**
 * One day of the drawn year.
 *
 * @param reason why it differs from its weekday, or null
 * @param own whether the county has set it
 */
record DayView(LocalDate day, Look look, @Nullable String reason, boolean own, boolean today) {
    /** How a day is drawn; shape and word say the same as the colour. */
    enum Look {
        WORK,
        REST,
        OFF,
        SWAPPED
    }

    String css() {
        return look.name().toLowerCase(java.util.Locale.ROOT)
                + (own ? " own" : "")
                + (today ? " today" : "");
    }

    boolean differs() {
        return reason != null;
    }
}

/** A month as weeks of seven days, Monday first; null where the week belongs to another month. */
record MonthView(YearMonth month, List<List<@Nullable DayView>> weeks) {
    private static final int DAYS_A_WEEK = 7;

    static MonthView of(YearMonth month, java.util.function.Function<LocalDate, DayView> cell) {
        var weeks = new ArrayList<List<@Nullable DayView>>();
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        for (int at = -before; at < month.lengthOfMonth(); at += DAYS_A_WEEK) {
            var week = new ArrayList<@Nullable DayView>();
            for (int day = at + 1; day <= at + DAYS_A_WEEK; day++) {
                week.add(month.isValidDay(day) ? cell.apply(month.atDay(day)) : null);
            }
            weeks.add(week);
        }
        return new MonthView(month, weeks);
    }
}

/**
 * A holiday from its first to its last day off.
 *
 * @param swapped the rest days that make up for it
 */
record HolidaySpan(String name, LocalDate from, LocalDate until, List<LocalDate> swapped) {
    static List<HolidaySpan> of(List<SpecialDay> days) {
        var spans = new ArrayList<HolidaySpan>();
        days.stream()
                .filter(day -> !day.works())
                .sorted(Comparator.comparing(SpecialDay::date))
                .forEach(day -> extend(spans, day));
        return spans.stream().map(span -> span.with(days)).toList();
    }

    /** Number of days off. */
    long days() {
        return java.time.temporal.ChronoUnit.DAYS.between(from, until) + 1;
    }

    private static void extend(List<HolidaySpan> spans, SpecialDay day) {
        var last = spans.isEmpty() ? null : spans.getLast();
        boolean goesOn =
                last != null
                        && last.name.equals(day.name())
                        && last.until.plusDays(1).equals(day.date());
        if (goesOn) {
            spans.removeLast();
        }
        var from = last != null && goesOn ? last.from : day.date();
        spans.add(new HolidaySpan(day.name(), from, day.date(), List.of()));
    }

    private HolidaySpan with(List<SpecialDay> days) {
        var makeUp =
                days.stream()
                        .filter(day -> day.works() && day.name().equals(name))
                        .map(SpecialDay::date)
                        .toList();
        return new HolidaySpan(name, from, until, makeUp);
    }
}
