package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.at;
import static wanhu.calendar.ChinaTime.day;
import static wanhu.calendar.ChinaTime.end;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each month's 20th and 28th, and the weekly meeting (domain rules E1-E3). */
class CutoffsTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.national();

    @Test
    void meetsFromMondayToSundayMidnight() {
        var week = Cutoffs.week(at("2026-11-22T23:59"));

        assertThat(week.key()).isEqualTo("2026-W47");
        assertThat(week.firstDay()).isEqualTo(day("2026-11-16"));
        assertThat(week.until()).isEqualTo(end("2026-11-22"));
        assertThat(Cutoffs.week(week.until()).key()).isEqualTo("2026-W48");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01T08:00, 2026-W53",
        "2026-01-01T08:00, 2026-W01",
        "2025-12-29T00:00, 2026-W01"
    })
    void countsWeeksByIsoOverTheYear(String at, String key) {
        assertThat(Cutoffs.week(at(at)).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02, 20, NONE, 2026-02-20",
        "2026-02, 20, WORKDAY_AFTER, 2026-02-24",
        "2026-02, 20, WORKDAY_BEFORE, 2026-02-14",
        "2026-06, 20, WORKDAY_AFTER, 2026-06-22",
        "2026-06, 20, WORKDAY_BEFORE, 2026-06-18",
        "2026-09, 20, WORKDAY_BEFORE, 2026-09-20",
        "2026-02, 28, WORKDAY_AFTER, 2026-02-28",
        "2026-02, 31, NONE, 2026-02-28",
        "2026-11, 28, WORKDAY_BEFORE, 2026-11-27"
    })
    void movesTheCutoffOnlyWhenAsked(
            YearMonth month, int day, Cutoffs.Shift shift, LocalDate last) {
        assertThat(new Cutoffs(day, shift, CALENDAR).lastDay(month)).isEqualTo(last);
    }

    @Test
    void putsWhatComesAfterTheCutoffIntoTheNextMonth() {
        var twentieth = new Cutoffs(20, Cutoffs.Shift.NONE, CALENDAR);

        assertThat(twentieth.month(at("2026-11-20T23:59")).key()).isEqualTo("2026-11");
        assertThat(twentieth.month(at("2026-11-21T00:00")).key()).isEqualTo("2026-12");
        assertThat(twentieth.month(at("2026-12-31T12:00")).key()).isEqualTo("2027-01");
    }

    @ParameterizedTest
    @EnumSource(Cutoffs.Shift.class)
    void coversEveryInstantByExactlyOneMonth(Cutoffs.Shift shift) {
        var cutoffs = new Cutoffs(28, shift, CALENDAR);
        var random = new Random(31);
        for (int round = 0; round < 500; round++) {
            var instant = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(600_000)));

            var month = cutoffs.month(instant);

            assertThat(month.contains(instant)).isTrue();
            assertThat(cutoffs.month(month.until()).from()).isEqualTo(month.until());
        }
    }
}
