package wanhu.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import wanhu.base.Zones;

/** Time from one instant, inclusive, until another, exclusive; may be empty. */
record Span(Instant from, Instant until) {
    Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Expected an end not before " + from + " but got " + until);
        }
    }

    static Span of(LocalDate day) {
        return new Span(Zones.startOf(day), Zones.startOf(day.plusDays(1)));
    }

    Duration length() {
        return Duration.between(from, until);
    }
}
