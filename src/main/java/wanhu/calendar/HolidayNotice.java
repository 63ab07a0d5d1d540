package wanhu.calendar;

import java.util.List;

/**
 * The State Council's notice on the holidays of one year as read from a file: only days that differ
 * from their weekday.
 *
 * @param year the year; 0 when no row tells
 * @param source the notice, when the file names it; may be empty
 * @param days the days in order
 * @param faults what is wrong; nothing is imported while there is a fault
 */
record HolidayNotice(int year, String source, List<SpecialDay> days, List<Fault> faults) {
    HolidayNotice {
        days = List.copyOf(days);
        faults = List.copyOf(faults);
    }

    boolean sound() {
        return faults.isEmpty();
    }
}
