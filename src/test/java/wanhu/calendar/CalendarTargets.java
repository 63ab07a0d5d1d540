package wanhu.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wanhu.fuzz.Target;

/** Notices of holidays, office hours, and the terms of promises. */
public final class CalendarTargets {
    private CalendarTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                Target.text("notices", NoticeReader::read),
                Target.text("hours", line -> HoursText.week(Map.of(DayOfWeek.MONDAY, line))),
                new Target(
                        "terms",
                        bytes ->
                                Term.parse(
                                        new String(bytes, java.nio.charset.StandardCharsets.UTF_8)),
                        Set.of(IllegalArgumentException.class)));
    }
}
