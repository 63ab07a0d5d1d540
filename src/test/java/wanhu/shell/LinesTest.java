package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two lines of some days, whatever was counted. */
class LinesTest {
    private static Lines days(int... came) {
        return new Lines(
                Arrays.stream(came).mapToObj(one -> new Lines.Point("8.1", one, 0)).toList());
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(days(0, 0, 0).drawn()).isFalse();
        assertThat(days(0, 0, 0).one()).isEqualTo("0.0,150.0 240.0,150.0 480.0,150.0");
        assertThat(new Lines(List.of()).drawn()).isFalse();
    }

    @Test
    void oneDayStandsInTheMiddle() {
        assertThat(days(7).one()).isEqualTo("240.0,0.0");
        assertThat(days(7).top()).isEqualTo(7);
    }

    @Test
    void theHighestNumberOfEitherLineIsTheTop() {
        var lines = new Lines(List.of(new Lines.Point("8.1", 2, 4), new Lines.Point("8.2", 1, 0)));

        assertThat(lines.one()).isEqualTo("0.0,75.0 480.0,112.5");
        assertThat(lines.other()).isEqualTo("0.0,0.0 480.0,150.0");
    }

    @Test
    void eightDaysHaveANameAtMost() {
        for (int days = 1; days <= 31; days++) {
            var lines = days(new int[days]);
            assertThat(IntStream.range(0, days).filter(lines::named).count()).isBetween(1L, 8L);
        }
    }
}
