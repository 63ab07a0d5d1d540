package wanhu.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import wanhu.base.Zones;

/** How dates and numbers are written, in one place. */
record Formats(Locale locale) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG_CHINESE =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter LONG_ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final double HUNDRED = 100;

    String date(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }

    String dateLong(LocalDate day) {
        return (locale.equals(Locale.CHINESE) ? LONG_CHINESE : LONG_ENGLISH).format(day);
    }

    String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    String time(Instant at) {
        return TIME.format(at.atZone(Zones.CHINA));
    }

    String due(Instant at) {
        var local = at.atZone(Zones.CHINA).toLocalDateTime();
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date(local.toLocalDate().minusDays(1)) + " 24:00"
                : time(at);
    }

    String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * HUNDRED);
    }
}
