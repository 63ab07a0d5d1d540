package wanhu.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which days and hours offices work: an ordinary week, and dated days that differ from it.
 *
 * <p>工作日 is a day that is neither a rest day of the week, unless swapped to work (调休), nor a
 * holiday of the State Council's yearly notice (全国年节及纪念日放假办法, 2024). Of a year whose notice is not
 * known only the weekends are known: {@link #certain} says so.
 *
 * <p>Immutable and pure; equal content has the equal version.
 */
public final class WorkCalendar {
    private static final int VERSION_DIGITS = 8;

    private final Week week;
    private final Map<LocalDate, SpecialDay> special;
    private final Set<Integer> years;
    private final String version;

    private WorkCalendar(
            Week week, SortedMap<LocalDate, SpecialDay> special, SortedSet<Integer> years) {
        this.week = week;
        this.special = Map.copyOf(special);
        this.years = Set.copyOf(years);
        this.version = (years.isEmpty() ? "0" : years.last()) + "-" + digest(week, special, years);
    }

    /**
     * A calendar of its parts; of two special days with one date the later in the collection wins.
     *
     * @param years the years whose holiday notice is among the special days
     */
    public static WorkCalendar of(
            Week week, Collection<SpecialDay> special, Collection<Integer> years) {
        var byDate = new TreeMap<LocalDate, SpecialDay>();
        special.forEach(day -> byDate.put(day.date(), day));
        return new WorkCalendar(week, byDate, new TreeSet<>(years));
    }

    /** The calendar of the whole country as shipped, without any county's own days. */
    public static WorkCalendar national() {
        return Shipped.CALENDAR;
    }

    /** Last year covered and a digest of the content: "2026-5f3a90c1". */
    public String version() {
        return version;
    }

    /** Whether offices work on the day. */
    public boolean isWorkday(LocalDate day) {
        return !intervals(day).isEmpty();
    }

    /** The working intervals of the day; a made-up rest day works like the first weekday. */
    public List<Interval> intervals(LocalDate day) {
        var ordinary = week.on(day.getDayOfWeek());
        var differs = special.get(day);
        if (differs == null) {
            return ordinary;
        }
        if (!differs.works()) {
            return List.of();
        }
        return ordinary.isEmpty() ? week.ordinary() : ordinary;
    }

    /** The day itself when offices work on it, else the first workday after it. */
    public LocalDate nextWorkday(LocalDate day) {
        var next = day;
        while (!isWorkday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * The n-th workday after the day, which itself does not count (Civil Code article 201); the day
     * itself for n = 0.
     *
     * @param count 0 or more workdays
     */
    public LocalDate addWorkdays(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Expected 0 or more workdays but got " + count);
        }
        var reached = day;
        for (int left = count; left > 0; left--) {
            reached = nextWorkday(reached.plusDays(1));
        }
        return reached;
    }

    /** How many workdays lie from the first day, inclusive, to the second, exclusive; 0 or more. */
    public int workdaysBetween(LocalDate from, LocalDate toExclusive) {
        int count = 0;
        for (LocalDate day = from; day.isBefore(toExclusive); day = day.plusDays(1)) {
            count += isWorkday(day) ? 1 : 0;
        }
        return count;
    }

    /** Why the day differs from its weekday, such as 国庆节 or 国庆节补班; empty when it does not. */
    public Optional<String> reason(LocalDate day) {
        return special(day).map(SpecialDay::reason);
    }

    /** The day's entry when it differs from its weekday. */
    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }

    /** Whether the holiday notice of the year is known. */
    public boolean covers(int year) {
        return years.contains(year);
    }

    /** Whether what the calendar says of the day is certain, and not only its weekday. */
    public boolean certain(LocalDate day) {
        return covers(day.getYear()) || special.containsKey(day);
    }

    /** Two calendars are equal when their content is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar that && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return "WorkCalendar " + version;
    }

    private static String digest(Object... content) {
        var text = new StringBuilder();
        for (Object part : content) {
            text.append(part instanceof Week week ? new TreeMap<>(week.intervals()) : part);
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Expected SHA-256 in every Java but", broken);
        }
    }

    private static final class Shipped {
        private static final WorkCalendar CALENDAR =
                HolidayYears.shipped().calendar(Week.OFFICE, List.of());
    }
}
