package wanhu.calendar;

import java.time.LocalDate;

/**
 * A day that differs from its weekday: a holiday, or a rest day on which offices work (调休).
 *
 * @param date the day
 * @param works whether offices work on it
 * @param name why: the holiday, such as 国庆节, also for the day that makes up for it
 */
public record SpecialDay(LocalDate date, boolean works, String name) {
    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 40;

    public SpecialDay {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "Expected a name of 1 to " + NAME_LENGTH_MAX + " characters on " + date);
        }
    }

    /** As calendars print it: 国庆节, or 国庆节补班 on the day that makes up for it. */
    public String reason() {
        return works && !name.contains("班") ? name + "补班" : name;
    }
}
