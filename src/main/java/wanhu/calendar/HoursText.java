package wanhu.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;

/** Office hours as people write them: "08:30-12:00 14:30-17:30"; an empty line is a rest day. */
final class HoursText {
    private static final Pattern PAUSE = Pattern.compile("[\\s,，、;；]+");
    private static final Pattern INTERVAL =
            Pattern.compile("(\\d{1,2})[:：](\\d{2})[-–—~～至](\\d{1,2})[:：](\\d{2})");

    private HoursText() {}

    static String print(List<Interval> day) {
        return day.stream()
                .map(each -> each.from() + "-" + each.until())
                .collect(Collectors.joining(" "));
    }

    /** All weekdays in one line, for the record of changes: "1 08:30-12:00 … / 2 …". */
    static String print(Week week) {
        return new TreeMap<>(week.intervals())
                .entrySet().stream()
                        .map(each -> each.getKey().getValue() + " " + print(each.getValue()))
                        .collect(Collectors.joining(" / "));
    }

    /**
     * The week of seven lines.
     *
     * @throws Refused when a line can't be read, intervals overlap, or no day works
     */
    static Week week(Map<DayOfWeek, String> lines) {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        lines.forEach((weekday, line) -> week.put(weekday, day(line)));
        try {
            return new Week(week);
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.INVALID, "calendar.refused.week");
        }
    }

    private static List<Interval> day(String line) {
        var day = new ArrayList<Interval>();
        for (String part : PAUSE.splitAsStream(line.strip()).toList()) {
            if (!part.isEmpty()) {
                var interval = interval(part);
                if (interval == null) {
                    throw new Refused(Refused.Kind.INVALID, "calendar.refused.hours", part);
                }
                day.add(interval);
            }
        }
        return day;
    }

    private static @Nullable Interval interval(String text) {
        var match = INTERVAL.matcher(text);
        if (!match.matches()) {
            return null;
        }
        try {
            return new Interval(
                    time(match.group(1), match.group(2)), time(match.group(3), match.group(4)));
        } catch (DateTimeException | IllegalArgumentException _) {
            return null;
        }
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }
}
