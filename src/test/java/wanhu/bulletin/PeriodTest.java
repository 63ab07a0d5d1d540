package wanhu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wanhu.bulletin.Period.Kind;

/** Weeks of ISO 8601 and calendar months. */
class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-08-05, 2026-08-03, 2026-08-09, 2026, 32, 2025-08-04",
        "WEEK, 2026-01-01, 2025-12-29, 2026-01-04, 2026, 1, 2024-12-30",
        "WEEK, 2027-01-03, 2026-12-28, 2027-01-03, 2026, 53, ",
        "MONTH, 2026-08-31, 2026-08-01, 2026-08-31, 2026, 8, 2025-08-01",
        "MONTH, 2024-02-29, 2024-02-01, 2024-02-29, 2024, 2, 2023-02-01"
    })
    void aDayLiesInOne(
            Kind kind,
            LocalDate day,
            LocalDate from,
            LocalDate until,
            int year,
            int number,
            LocalDate yearAgo) {
        var period = Period.of(kind, day);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.until()).isEqualTo(until);
        assertThat(period.year()).isEqualTo(year);
        assertThat(period.number()).isEqualTo(number);
        assertThat(period.yearAgo().map(Period::from).orElse(null)).isEqualTo(yearAgo);
    }

    @Test
    void theLastOneIsOverAndTheRunningOneIsNot() {
        var today = LocalDate.parse("2026-08-03");

        assertThat(Period.last(Kind.WEEK, today).from()).isEqualTo("2026-07-27");
        assertThat(Period.last(Kind.MONTH, today).from()).isEqualTo("2026-07-01");
        assertThat(Period.last(Kind.WEEK, today).over(today)).isTrue();
        assertThat(Period.of(Kind.WEEK, today).over(today)).isFalse();
        assertThatThrownBy(() -> new Period(Kind.WEEK, LocalDate.parse("2026-08-04")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weeksFollowOneAnotherWithoutAGap() {
        Stream.iterate(Period.of(Kind.WEEK, LocalDate.parse("2030-01-01")), Period::before)
                .limit(600)
                .forEach(each ->
                        assertThat(each.before().until().plusDays(1)).isEqualTo(each.from()));
    }
}
