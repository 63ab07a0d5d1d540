package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.at;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {
    private static final Instant DUE = at("2026-11-21T00:00");
    private static final Instant WARN = at("2026-11-20T00:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T23:59, NORMAL",
        "2026-11-20T00:00, SOON",
        "2026-11-20T23:59, SOON",
        "2026-11-21T00:00, OVERDUE"
    })
    void isToldByOneFunction(String now, Lateness expected) {
        assertThat(Lateness.of(DUE, WARN, at(now))).isEqualTo(expected);
    }

    @Test
    void isNoneWithoutADeadline() {
        assertThat(Lateness.of(null, null, DUE)).isEqualTo(Lateness.NONE);
    }
}
