package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wanhu.TestClock;
import wanhu.base.Refused;

/** Limits by address. */
class RateLimitTest {
    private final TestClock clock = new TestClock();
    private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), clock);

    @Test
    void refusesTheFourthOfThree() {
        take(3);

        assertThatThrownBy(() -> limit.take("192.0.2.1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> limit.check("192.0.2.1")).isInstanceOf(Refused.class);
    }

    @Test
    void startsAnewAfterTheWindow() {
        take(3);
        clock.advance(Duration.ofSeconds(60));

        assertThatCode(() -> take(3)).doesNotThrowAnyException();
    }

    @Test
    void countsEachAddressForItself() {
        take(3);

        assertThatCode(() -> limit.take("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void staysSmallUnderAFloodOfAddresses() {
        for (int at = 0; at < RateLimit.ADDRESSES_MAX + 10; at++) {
            limit.take("2001:db8:0:%x::1".formatted(at));
        }

        assertThatCode(() -> limit.take("2001:db8:0:0::1")).doesNotThrowAnyException();
    }

    private void take(int times) {
        for (int at = 0; at < times; at++) {
            limit.take("192.0.2.1");
        }
    }

    @Test
    void takesTheNetworkOfASubscriberForOneAddress() {
        assertThat(RateLimit.network("2001:db8:1:2:3::4"))
                .isEqualTo(RateLimit.network("2001:db8:1:2::ffff"))
                .isNotEqualTo(RateLimit.network("2001:db8:1:3::4"));
        assertThat(RateLimit.network("192.0.2.1")).isNotEqualTo(RateLimit.network("192.0.2.2"));
        assertThat(RateLimit.network("::ffff:192.0.2.1")).contains("192.0.2.1");
    }
}
