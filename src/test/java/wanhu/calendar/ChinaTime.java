package wanhu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import wanhu.base.Zones;

/** Literal times in China for tests: {@code at("2026-10-09T17:00")}, {@code end("2026-10-09")}. */
final class ChinaTime {
    private ChinaTime() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.CHINA).toInstant();
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** 24:00 of the day. */
    static Instant end(String date) {
        return Zones.startOf(day(date).plusDays(1));
    }
}
