package wanhu.topic;

import java.time.LocalDate;
import java.util.List;

/**
 * What comes each year in the same months, and is to be prepared before it.
 *
 * @param version 0 as shipped, then 1, 2, … of a county
 * @param from first month, 1 to 12
 * @param until last month, 1 to 12; before the first when it goes over the turn of the year
 * @param lead days before the first month in which one is reminded
 * @param categories codes of what is told of it
 * @param live whether the county uses it
 */
record Season(
        String code,
        int version,
        String name,
        int from,
        int until,
        int lead,
        List<String> categories,
        String text,
        boolean live) {
    Season {
        categories = List.copyOf(categories);
        if (from < 1 || from > 12 || until < 1 || until > 12 || lead < 0) {
            throw new IllegalArgumentException("Expected months from 1 to 12 but got " + from);
        }
    }

    /** The first day of the season that runs or comes next. */
    LocalDate next(LocalDate today) {
        var begun = begun(today);
        if (last(begun).isBefore(today)) {
            return begun.plusYears(1);
        }
        return begun;
    }

    private LocalDate begun(LocalDate today) {
        var first = LocalDate.of(today.getYear(), from, 1);
        return first.isAfter(today) && !last(first.minusYears(1)).isBefore(today)
                ? first.minusYears(1)
                : first;
    }

    /** The last day of the season that begins on a day. */
    LocalDate last(LocalDate first) {
        int months = until >= from ? until - from : until + 12 - from;
        return first.plusMonths(months + 1L).minusDays(1);
    }

    /** Whether one is reminded of it on the day: shortly before it, or while it runs. */
    boolean near(LocalDate today) {
        return live && !today.isBefore(next(today).minusDays(lead));
    }
}
