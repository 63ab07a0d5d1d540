package wanhu.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The working intervals of an ordinary week, many a weekday; a weekday without any is a rest day.
 *
 * @param intervals weekday to its intervals in order, without overlap; at least one weekday works
 */
public record Week(Map<DayOfWeek, List<Interval>> intervals) {
    /** Monday to Friday, 08:30-12:00 and 14:30-17:30: what county offices post at the door. */
    public static final Week OFFICE = office();

    public Week {
        var copy = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        intervals.forEach((weekday, list) -> copy.put(weekday, ordered(list)));
        copy.values().removeIf(List::isEmpty);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("Expected a weekday that works but none does");
        }
        intervals = Map.copyOf(copy);
    }

    /** The intervals of a weekday; empty on a rest day. */
    public List<Interval> on(DayOfWeek weekday) {
        return intervals.getOrDefault(weekday, List.of());
    }

    /** The intervals by which a made-up rest day works: those of the first working weekday. */
    List<Interval> ordinary() {
        return intervals.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElseThrow();
    }

    private static List<Interval> ordered(List<Interval> list) {
        var sorted = list.stream().sorted(Comparator.comparing(Interval::from)).toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).from().isBefore(sorted.get(at - 1).until())) {
                throw new IllegalArgumentException(
                        "Expected intervals without overlap but got " + list);
            }
        }
        return sorted;
    }

    private static Week office() {
        var day =
                List.of(
                        new Interval(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                        new Interval(LocalTime.of(14, 30), LocalTime.of(17, 30)));
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (weekday.compareTo(DayOfWeek.FRIDAY) <= 0) {
                week.put(weekday, day);
            }
        }
        return new Week(week);
    }
}
