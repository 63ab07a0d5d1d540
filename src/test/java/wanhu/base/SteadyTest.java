package wanhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wanhu.TestClock;

/** The machine's clock leaps while the program runs. */
class SteadyTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock machine = new TestClock();
    private long counter;
    private final Steady time = new Steady(machine, () -> counter);

    private void pass(Duration duration) {
        machine.advance(duration);
        counter += duration.toNanos();
    }

    private void leap(Duration by) {
        machine.advance(by);
    }

    @Test
    void followsTheMachineAsLongAsItsClockAndItsCounterAgree() {
        pass(HOUR);
        leap(Duration.ofSeconds(30));

        assertThat(time.instant()).isEqualTo(machine.instant());
        assertThat(time.leap()).isEmpty();
    }

    @Test
    void standsStillWhileTheClockIsPutBackALittle() {
        pass(HOUR);
        var before = time.instant();
        leap(Duration.ofSeconds(-30));
        pass(Duration.ofSeconds(10));

        assertThat(time.instant()).isEqualTo(before);
        pass(Duration.ofSeconds(30));
        assertThat(time.instant()).isEqualTo(machine.instant());
    }

    @Test
    void goesOnWithAnAlarmWhenTheClockIsSetBackADay() {
        pass(HOUR);
        leap(DAY.negated());
        pass(HOUR);

        assertThat(time.instant()).isEqualTo(TestClock.START.plus(HOUR).plus(HOUR));
        assertThat(time.leap().orElseThrow().back()).isTrue();
        pass(DAY.multipliedBy(3));
        assertThat(time.leap()).isPresent();
    }

    @Test
    void forgetsTheAlarmWhenTheClockIsPutRight() {
        leap(DAY.negated());
        time.instant();
        leap(DAY);

        assertThat(time.leap()).isEmpty();
        assertThat(time.instant()).isEqualTo(machine.instant());
    }

    /** An hour's mistake makes nothing late. */
    @Test
    void doesNotFollowALeapAheadThatIsTakenBack() {
        leap(DAY);
        pass(Duration.ofMinutes(5));
        assertThat(time.instant()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(5)));
        leap(DAY.negated());

        assertThat(time.leap()).isEmpty();
        assertThat(time.instant()).isEqualTo(machine.instant());
    }

    @Test
    void followsALeapAheadThatStandsAndTellsItForADay() {
        leap(DAY);
        time.instant();
        pass(Steady.DOUBTED_FOR);

        assertThat(time.instant()).isEqualTo(machine.instant());
        assertThat(time.leap().orElseThrow().believed()).isTrue();
        pass(Steady.TOLD_FOR.plus(HOUR));
        assertThat(time.leap()).isEmpty();
    }

    /** The clock was set back while the program did not run. */
    @Test
    void beginsWhereTheRecordEndsAndWaitsForTheClock() {
        time.notBefore(TestClock.START.plus(HOUR));

        assertThat(time.instant()).isEqualTo(TestClock.START.plus(HOUR));
        assertThat(time.leap().orElseThrow().back()).isTrue();
        pass(HOUR);
        assertThat(time.instant()).isEqualTo(TestClock.START.plus(HOUR).plus(HOUR.dividedBy(2)));
        pass(HOUR);
        assertThat(time.instant()).isEqualTo(machine.instant());
        assertThat(time.leap()).isEmpty();
    }

    @Test
    void neverGoesBackWhateverTheClockDoes() {
        var before = Instant.EPOCH;
        for (int hours = -30; hours < 30; hours++) {
            leap(Duration.ofHours(hours * 7L % 25));
            pass(Duration.ofSeconds(20));
            var now = time.instant();
            assertThat(now).isAfterOrEqualTo(before);
            before = now;
        }
    }
}
