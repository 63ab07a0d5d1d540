package wanhu.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one legal time of the country; instants are stored in UTC and shown in it. */
public final class Zones {
    /** Beijing time, UTC+8, without summer time. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Zones() {}

    /** The calendar day of an instant in China. */
    public static LocalDate day(Instant at) {
        return at.atZone(CHINA).toLocalDate();
    }

    /** 00:00 of a day in China. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
