package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;

/** How failed sign-ins slow the next ones down. */
@WanhuTest
class TriesTest {
    @Autowired Tries tries;
    @Autowired TestClock clock;

    private final String login = "t-" + Ids.next();

    @Test
    void growsTheDelayUpToAQuarterOfAnHour() {
        var key = tries.key(login, "192.0.2.1");
        fail(key, Tries.FREE_TRIES);
        assertThat(tries.delayedUntil(key)).contains(clock.instant().plusSeconds(30));

        fail(key, 1);
        assertThat(tries.delayedUntil(key)).contains(clock.instant().plusSeconds(60));

        fail(key, 50);
        assertThat(tries.delayedUntil(key)).contains(clock.instant().plusSeconds(900));
    }

    @Test
    void locksNobodyOutWhoseAddressIsKnown() {
        var home = tries.key(login, "192.0.2.2");
        tries.good(home);
        for (int at = 0; at < Tries.FREE_TRIES_EVERYWHERE; at++) {
            fail(tries.key(login, "198.51.100." + at), 1);
        }

        assertThat(tries.delayedUntil(home)).isEmpty();
        assertThat(tries.delayedUntil(tries.key(login, "203.0.113.1"))).isPresent();
    }

    @Test
    void forgetsAfterADay() {
        var key = tries.key(login, "192.0.2.3");
        fail(key, Tries.FREE_TRIES);
        clock.advance(Duration.ofHours(25));
        fail(key, 1);

        assertThat(tries.delayedUntil(key)).isEmpty();
    }

    private void fail(Tries.Key key, int times) {
        for (int at = 0; at < times; at++) {
            tries.failed(key);
        }
    }
}
