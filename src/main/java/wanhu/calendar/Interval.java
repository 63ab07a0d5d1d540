package wanhu.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import wanhu.base.Zones;

/**
 * A stretch of a working day, such as 08:30 to 12:00.
 *
 * @param from when work begins, inclusive
 * @param until when it ends, exclusive; later than {@code from}
 */
public record Interval(LocalTime from, LocalTime until) {
    public Interval {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Expected an end after " + from + " but got " + until);
        }
    }

    /** The interval on one day in China. */
    Span on(LocalDate day) {
        return new Span(
                day.atTime(from).atZone(Zones.CHINA).toInstant(),
                day.atTime(until).atZone(Zones.CHINA).toInstant());
    }
}
