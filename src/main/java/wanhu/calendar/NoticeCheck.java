package wanhu.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the rows of a notice into days, and says of every row what is wrong with it. Pure. */
final class NoticeCheck {
    /** Most rows that a notice may have; real ones have about 40. */
    static final int NOTICE_ROWS_MAX = 120;

    /** Fewest days off of a year before 2025; 13 since (放假办法 2024, article 2). */
    static final int OFF_DAYS_MIN = 11;

    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Set<String> OFF = Set.of("off", "放假", "休", "休息", "holiday", "假");
    private static final Set<String> WORK = Set.of("work", "上班", "班", "补班", "调休上班", "workday");

    private final Map<LocalDate, SpecialDay> days = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int year;

    private NoticeCheck() {}

    /**
     * @param year the year that the file states, or 0: then the one of most rows
     */
    static HolidayNotice checked(List<NoticeRow> rows, int year, String source) {
        var check = new NoticeCheck();
        if (rows.size() > NOTICE_ROWS_MAX) {
            check.fault(0, "calendar.fault.rows", rows.size(), NOTICE_ROWS_MAX);
        } else {
            check.year = year == 0 ? commonYear(rows) : year;
            rows.forEach(check::add);
            check.whole();
        }
        return new HolidayNotice(
                check.year, source, List.copyOf(check.days.values()), check.faults);
    }

    private void add(NoticeRow row) {
        var date = date(row.date());
        if (date == null) {
            fault(row.number(), "calendar.fault.date", row.date());
        } else if (!belongs(date)) {
            fault(row.number(), "calendar.fault.year", row.date(), year);
        } else if (row.name().isBlank() || row.name().length() > SpecialDay.NAME_LENGTH_MAX) {
            fault(row.number(), "calendar.fault.name", SpecialDay.NAME_LENGTH_MAX);
        } else if (!OFF.contains(row.kind()) && !WORK.contains(row.kind())) {
            fault(row.number(), "calendar.fault.kind", row.kind());
        } else {
            add(row, new SpecialDay(date, WORK.contains(row.kind()), row.name().strip()));
        }
    }

    /** A weekday that is said to work says nothing new (so 3 February 2020) and is left out. */
    private void add(NoticeRow row, SpecialDay day) {
        if (days.containsKey(day.date())) {
            fault(row.number(), "calendar.fault.twice", row.date());
        } else if (!day.works() || weekend(day.date())) {
            days.put(day.date(), day);
        }
    }

    private void whole() {
        long off = days.values().stream().filter(day -> !day.works()).count();
        if (year < YEAR_MIN || year > YEAR_MAX) {
            fault(0, "calendar.fault.noyear", YEAR_MIN, YEAR_MAX);
        } else if (faults.isEmpty() && off < OFF_DAYS_MIN) {
            fault(0, "calendar.fault.few", off, OFF_DAYS_MIN);
        }
    }

    /** A notice may begin in the last December and end in the next January (元旦). */
    private boolean belongs(LocalDate date) {
        return date.getYear() == year
                || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER)
                || (date.getYear() == year + 1 && date.getMonth() == Month.JANUARY);
    }

    private void fault(int row, String word, Object... arguments) {
        faults.add(Fault.of(row, word, arguments));
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static int commonYear(List<NoticeRow> rows) {
        return rows.stream()
                .map(row -> DATE.matcher(row.date()))
                .filter(match -> match.matches())
                .map(match -> Integer.parseInt(match.group(1)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    static @org.jspecify.annotations.Nullable LocalDate date(String text) {
        var match = DATE.matcher(text.strip());
        if (!match.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)));
        } catch (DateTimeException _) {
            return null;
        }
    }
}
