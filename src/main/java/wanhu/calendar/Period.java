package wanhu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import wanhu.base.Zones;

/**
 * A week, or a month from cut-off to cut-off.
 *
 * @param key sorts by time within its kind: "2026-W48" for an ISO week, "2026-11" for the month of
 *     the closing cut-off
 * @param from when it opens, inclusive
 * @param until when it closes, exclusive: the cut-off
 */
public record Period(String key, Instant from, Instant until) {
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Expected a period that ends after " + from + " but got " + until);
        }
    }

    /** Whether the instant lies in the period. */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** The day that begins the period. */
    public LocalDate firstDay() {
        return Zones.day(from);
    }

    /** The day at whose end (24:00) the period closes. */
    public LocalDate lastDay() {
        return Deadline.lastDay(until);
    }
}
