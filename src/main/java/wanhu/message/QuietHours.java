package wanhu.message;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import wanhu.base.Zones;

/**
 * 免打扰时段: nobody is woken by a message, unless life or property is in danger. Pure.
 *
 * @param from hour of the evening from which it is quiet
 * @param until hour of the morning until which it is
 */
record QuietHours(int from, int until) {
    private static final int DIGEST_HOUR = 8;

    /** When a message of now may go out. */
    Instant next(Instant now, boolean urgent) {
        var at = now.atZone(Zones.CHINA);
        if (urgent || (at.getHour() >= until && at.getHour() < from)) {
            return now;
        }
        var morning = at.getHour() >= from ? at.plusDays(1) : at;
        return at(morning, until);
    }

    /** When the next collection of the day goes out. */
    static Instant digest(Instant now) {
        var at = now.atZone(Zones.CHINA);
        return at(at.getHour() < DIGEST_HOUR ? at : at.plusDays(1), DIGEST_HOUR);
    }

    private static Instant at(ZonedDateTime day, int hour) {
        return day.with(LocalTime.of(hour, 0)).toInstant();
    }
}
