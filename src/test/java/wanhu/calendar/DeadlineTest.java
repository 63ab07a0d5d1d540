package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.at;
import static wanhu.calendar.ChinaTime.day;
import static wanhu.calendar.ChinaTime.end;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Civil Code articles 200-204 on the State Council's calendar of 2026 (notice of November 2025).
 */
class DeadlineTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.national();

    @ParameterizedTest(name = "{0} + {1} ends with {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-09-18T10:00, 5wd, 2026-09-24, art. 201: the next day counts first; Sunday the 20th is swapped to work
                    2026-09-25T10:00, 5wd, 2026-10-09, Friday before the National Day week and itself Mid-Autumn
                    2026-09-30T17:00, 5wd, 2026-10-13, last workday before National Day; Saturday the 10th is swapped to work
                    2026-09-30T17:00, 3d,  2026-10-08, art. 203: the 3rd is a holiday
                    2026-09-30T17:00, 7d,  2026-10-08, art. 203: the 7th is a holiday
                    2026-09-30T17:00, 8d,  2026-10-08, the 8th is a workday and stays
                    2026-10-09T09:00, 1d,  2026-10-10, a Saturday swapped to work is a working day
                    2026-10-09T09:00, 1wd, 2026-10-10, and counts as one
                    2026-10-10T09:00, 1wd, 2026-10-12, start on a swapped Saturday
                    2026-10-10T09:00, 5wd, 2026-10-16, start on a swapped Saturday
                    2026-10-11T09:00, 1wd, 2026-10-12, start on a rest day
                    2026-02-14T09:00, 1wd, 2026-02-24, swapped Saturday before Spring Festival (15-23 February)
                    2026-02-13T16:00, 5wd, 2026-02-27, Friday before Spring Festival: 14 then 24-27 February
                    2026-02-13T16:00, 3wd, 2026-02-25, Friday before Spring Festival: 14 then 24 and 25 February
                    2026-01-31T10:00, 1m,  2026-02-28, art. 202: no 31 February; the 28th is a swapped Saturday
                    2025-01-31T10:00, 1m,  2025-02-28, art. 202: month of 28 days
                    2024-01-31T10:00, 1m,  2024-02-29, art. 202: leap year
                    2024-02-29T10:00, 12m, 2025-02-28, art. 202: leap day has no anniversary
                    2024-02-28T10:00, 1d,  2024-02-29, leap day
                    2026-02-28T10:00, 1m,  2026-03-30, art. 202 and 203: 28 March is a Saturday
                    2026-08-31T10:00, 1m,  2026-09-30, art. 202: month of 30 days
                    2026-11-13T23:59, 1d,  2026-11-16, art. 203: Saturday rolls to Monday
                    2026-11-12T00:00, 1d,  2026-11-13, art. 201: the day on which it begins does not count even from 00:00
                    """)
    void endsAtTheEndOfTheLastDay(String start, String term, String lastDay, String why) {
        var due = Deadline.due(at(start), Term.parse(term), CALENDAR);

        assertThat(due).as(why).isEqualTo(end(lastDay));
        assertThat(Deadline.lastDay(due)).isEqualTo(day(lastDay));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-09-30T17:00, 24h, 2026-10-01T17:00, art. 201(2): from the moment; hours run on holidays
                    2026-12-31T23:30, 1h,  2027-01-01T00:30, over midnight and the year
                    2026-11-21T23:59, 24h, 2026-11-22T23:59, over midnight
                    2026-09-30T17:00, 6wh, 2026-10-08T16:30, 30 minutes then the week off then 5 hours 30
                    2026-10-10T09:00, 8wh, 2026-10-12T10:30, a swapped Saturday works like a Monday
                    2026-11-20T16:30, 1wh, 2026-11-20T17:30, ends with the working day and not with the next
                    2026-11-20T12:30, 1wh, 2026-11-20T15:30, begun in the noon break
                    2026-11-21T08:00, 1wh, 2026-11-23T09:30, begun on a rest day
                    """)
    void countsHoursFromTheMoment(String start, String term, String due, String why) {
        assertThat(Deadline.due(at(start), Term.parse(term), CALENDAR)).as(why).isEqualTo(at(due));
    }

    @Test
    void runsADayOfHoursWithoutSummerTime() {
        var start = at("2026-03-28T22:00");

        var due = Deadline.due(start, Term.parse("24h"), CALENDAR);

        assertThat(Duration.between(start, due)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void treatsTheDueInstantAsTooLate() {
        var due = Deadline.due(at("2026-11-18T09:00"), Term.parse("2wd"), CALENDAR);

        assertThat(due).isEqualTo(at("2026-11-21T00:00"));
        assertThat(Lateness.of(due, null, due.minusNanos(1))).isEqualTo(Lateness.NORMAL);
        assertThat(Lateness.of(due, null, due)).isEqualTo(Lateness.OVERDUE);
    }
}
