package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.at;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {
    private static final Instant DUE = at("2026-11-21T00:00");
    private static final Instant WARN = at("2026-11-20T00:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T23:59, false, false, NORMAL",
        "2026-11-20T00:00, false, false, SOON",
        "2026-11-20T23:59, false, false, SOON",
        "2026-11-21T00:00, false, false, OVERDUE",
        "2026-11-25T00:00, true, false, PAUSED",
        "2026-11-25T00:00, true, true, DONE",
        "2026-11-25T00:00, false, true, DONE"
    })
    void isToldByOneFunction(String now, boolean paused, boolean done, Lateness expected) {
        assertThat(Lateness.of(DUE, WARN, at(now), paused, done)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void isNoneWithoutADeadline(boolean paused) {
        assertThat(Lateness.of(null, null, DUE, paused, false)).isEqualTo(Lateness.NONE);
    }
}
