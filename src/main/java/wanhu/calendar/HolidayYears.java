package wanhu.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The State Council's holiday notices of some years: the special days, and which years they cover.
 *
 * <p>Those shipped are from NateScarlet/holiday-cn (MIT), one file a year.
 */
record HolidayYears(Set<Integer> years, List<SpecialDay> days) {
    private static final String SHIPPED = "classpath*:wanhu/calendar/holiday-cn-*.json";

    HolidayYears {
        years = Set.copyOf(years);
        days = List.copyOf(days);
    }

    static HolidayYears shipped() {
        var years = new TreeSet<Integer>();
        var days = new ArrayList<SpecialDay>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                var notice = HolidayNotice.ofJson(file.getContentAsByteArray());
                years.add(notice.year());
                days.addAll(notice.days());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new HolidayYears(years, days);
    }

    WorkCalendar calendar(Week week) {
        return WorkCalendar.of(week, days, years);
    }
}
