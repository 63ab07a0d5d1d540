package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Figures that are drawn, and how times are written. */
class ChartTest {
    @Test
    void drawsBarsInShareOfTheLongest() {
        var chart = chart(50, 100, 0);

        assertThat(chart.points())
                .extracting(chart::share)
                .containsExactly("50.0%", "100.0%", "0.0%");
    }

    @Test
    void drawsALineFromTheLeftToTheRight() {
        assertThat(chart(0, 100, 50).polyline()).isEqualTo("0.0,160.0 300.0,0.0 600.0,80.0");
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(chart().polyline()).isEmpty();
        assertThat(chart(0, 0).polyline()).isEqualTo("0.0,160.0 600.0,160.0");
    }

    @Test
    void refusesAFigureBelowNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Chart.Point("a", -1, "-1"));
    }

    @Test
    void saysATimeInItsLargestUnit() {
        assertThat(Span.of(Duration.ofHours(49))).isEqualTo(new Span(2, "shell.span.days"));
        assertThat(Span.of(Duration.ofMinutes(119))).isEqualTo(new Span(1, "shell.span.hours"));
        assertThat(Span.of(Duration.ZERO)).isEqualTo(new Span(1, "shell.span.minutes"));
    }

    @Test
    void writesDatesAsTheReaderExpects() {
        var day = LocalDate.parse("2026-03-05");

        assertThat(new Formats(Locale.CHINESE).dateLong(day)).isEqualTo("2026年3月5日");
        assertThat(new Formats(Locale.ENGLISH).dateLong(day)).isEqualTo("5 March 2026");
        assertThat(new Formats(Locale.CHINESE).weekday(day)).isEqualTo("星期四");
    }

    @Test
    void countsMidnightToTheDayThatEndsWithIt() {
        var formats = new Formats(Locale.CHINESE);

        assertThat(formats.due(Instant.parse("2026-03-28T16:00:00Z")))
                .isEqualTo("2026-03-28 24:00");
        assertThat(formats.due(Instant.parse("2026-03-28T09:30:00Z")))
                .isEqualTo("2026-03-28 17:30");
    }

    private static Chart chart(int... values) {
        var points =
                Arrays.stream(values)
                        .mapToObj(value -> new Chart.Point("n" + value, value, "" + value))
                        .toList();
        return new Chart("t", "件", List.copyOf(points));
    }
}
