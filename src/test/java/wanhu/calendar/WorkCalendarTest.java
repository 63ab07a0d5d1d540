package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static wanhu.calendar.ChinaTime.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
    private static final int ROUNDS = 500;
    private static final WorkCalendar CALENDAR = WorkCalendar.national();

    @ParameterizedTest
    @CsvSource({
        "2026-02-14, true, 春节补班",
        "2026-02-15, false, 春节",
        "2026-02-23, false, 春节",
        "2026-02-28, true, 春节补班",
        "2026-09-20, true, 国庆节补班",
        "2026-10-01, false, 国庆节",
        "2026-10-07, false, 国庆节",
        "2026-10-10, true, 国庆节补班"
    })
    void knowsTheHolidaysAndSwappedDaysOf2026(LocalDate day, boolean works, String reason) {
        assertThat(CALENDAR.isWorkday(day)).isEqualTo(works);
        assertThat(CALENDAR.reason(day)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 249",
        "2021, 250",
        "2022, 249",
        "2023, 249",
        "2024, 251",
        "2025, 248",
        "2026, 248"
    })
    void countsTheWorkdaysOfAYear(int year, int workdays) {
        assertThat(CALENDAR.workdaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
                .isEqualTo(workdays);
    }

    @Test
    void fallsBackToWeekendsInAYearWithoutNotice() {
        var newYear = day("2027-01-01");

        assertThat(CALENDAR.covers(2026)).isTrue();
        assertThat(CALENDAR.covers(2027)).isFalse();
        assertThat(CALENDAR.isWorkday(newYear)).isTrue();
        assertThat(CALENDAR.certain(newYear)).isFalse();
        assertThat(CALENDAR.certain(day("2026-12-31"))).isTrue();
    }

    @Test
    void letsTheLaterEntryOfADayWin() {
        var festival = day("2026-07-24");
        var calendar =
                WorkCalendar.of(
                        Week.OFFICE,
                        List.of(
                                new SpecialDay(festival, true, "national"),
                                new SpecialDay(festival, false, "那达慕")),
                        List.of(2026));

        assertThat(calendar.isWorkday(festival)).isFalse();
        assertThat(calendar.reason(festival)).contains("那达慕");
    }

    @Test
    void hasAVersionOfItsContent() {
        var days = List.of(new SpecialDay(day("2026-07-24"), false, "那达慕"));
        var one = WorkCalendar.of(Week.OFFICE, days, List.of(2026));
        var same = WorkCalendar.of(Week.OFFICE, days, List.of(2026));
        var other = WorkCalendar.of(Week.OFFICE, List.of(), List.of(2026));

        assertThat(one.version()).isEqualTo(same.version()).startsWith("2026-");
        assertThat(one.version()).isNotEqualTo(other.version());
    }

    @Test
    void worksBySeveralIntervalsADay() {
        assertThat(CALENDAR.intervals(day("2026-10-10")))
                .containsExactly(
                        new Interval(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                        new Interval(LocalTime.of(14, 30), LocalTime.of(17, 30)));
        assertThat(CALENDAR.intervals(day("2026-10-11"))).isEmpty();
    }

    @Test
    void refusesAWeekWithoutWorkAndOverlappingIntervals() {
        var morning = new Interval(LocalTime.of(8, 0), LocalTime.of(12, 0));
        var noon = new Interval(LocalTime.of(11, 0), LocalTime.of(13, 0));

        assertThatIllegalArgumentException().isThrownBy(() -> new Week(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Week(Map.of(DayOfWeek.MONDAY, List.of(noon, morning))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addsExactlySoManyWorkdays(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var start = anyDay(random);
            int count = random.nextInt(60) + 1;

            var reached = CALENDAR.addWorkdays(start, count);

            assertThat(CALENDAR.isWorkday(reached)).isTrue();
            assertThat(CALENDAR.workdaysBetween(start.plusDays(1), reached.plusDays(1)))
                    .isEqualTo(count);
            assertThat(CALENDAR.workdaysBetween(start, reached))
                    .isEqualTo(CALENDAR.isWorkday(start) ? count : count - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void addsInPartsAsInOne(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var start = anyDay(random);
            int one = random.nextInt(30);
            int other = random.nextInt(30);

            assertThat(CALENDAR.addWorkdays(CALENDAR.addWorkdays(start, one), other))
                    .isEqualTo(CALENDAR.addWorkdays(start, one + other));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void findsTheNextWorkdayAndNoneBefore(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var start = anyDay(random);

            var next = CALENDAR.nextWorkday(start);

            assertThat(CALENDAR.isWorkday(next)).isTrue();
            assertThat(CALENDAR.workdaysBetween(start, next)).isZero();
        }
    }

    private static LocalDate anyDay(Random random) {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2500));
    }
}
