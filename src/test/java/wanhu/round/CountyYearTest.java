package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;

/**
 * Each obligation of the calendar comes once: meetings of weeks and months, cut-offs on the 20th
 * and 28th, reminders, in a county whose machine stands still now and then for days, also over a
 * cut-off and over 春节 (domain rules §3.3, §3.6).
 */
@WanhuTest
class CountyYearTest {
    @Autowired Years years;

    @Test
    void eachObligationOfTheCalendarComesOnce() {
        var played = years.play(2026, LocalDate.parse("2026-02-09"), LocalDate.parse("2026-04-05"));

        assertThat(played.life().told).hasSizeGreaterThan(40);
        assertThat(played.standstills()).isEqualTo(2);
    }
}
