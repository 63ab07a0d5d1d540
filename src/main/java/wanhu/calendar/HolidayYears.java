package wanhu.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The State Council's holiday notices, one a year.
 *
 * <p>Those shipped are from NateScarlet/holiday-cn (MIT), one file a year.
 */
record HolidayYears(Map<Integer, List<SpecialDay>> notices) {
    private static final String FILES = "classpath*:wanhu/calendar/holiday-cn-*.json";

    HolidayYears {
        notices = Map.copyOf(notices);
    }

    private static final class Shipped {
        private static final HolidayYears YEARS = read();
    }

    static HolidayYears shipped() {
        return Shipped.YEARS;
    }

    /** These years, and those of the other, which wins. */
    HolidayYears with(HolidayYears other) {
        var all = new TreeMap<>(notices);
        all.putAll(other.notices);
        return new HolidayYears(all);
    }

    /** The calendar of a week, these years, and own days, which win. */
    WorkCalendar calendar(Week week, List<SpecialDay> own) {
        var days = new ArrayList<SpecialDay>();
        new TreeMap<>(notices).values().forEach(days::addAll);
        days.addAll(own);
        return WorkCalendar.of(week, days, notices.keySet());
    }

    private static HolidayYears read() {
        var years = new TreeMap<Integer, List<SpecialDay>>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var notice = NoticeReader.read(file.getContentAsString(StandardCharsets.UTF_8));
                if (!notice.sound()) {
                    throw new IllegalStateException(
                            "Expected a sound notice in " + file + " but " + notice.faults());
                }
                years.put(notice.year(), notice.days());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new HolidayYears(years);
    }
}
