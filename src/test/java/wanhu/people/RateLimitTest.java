package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Refused;

/** Limits by address, which all programs on one database keep together. */
@WanhuTest
class RateLimitTest {
    private static final String ADDRESS = "192.0.2.1";

    @Autowired RateLimits limits;
    @Autowired RateStore store;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private String name = "";
    private RateLimit limit;

    @BeforeEach
    void aLimitOfItsOwn() {
        name = Ids.next().toString();
        limit = limits.of(name, 3, Duration.ofMinutes(1));
    }

    @Test
    void refusesTheFourthOfThree() {
        take(3);

        assertThatThrownBy(() -> limit.take(ADDRESS)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> limit.check(ADDRESS)).isInstanceOf(Refused.class);
    }

    @Test
    void startsAnewAfterTheWindow() {
        take(3);
        clock.advance(Duration.ofSeconds(60));

        assertThatCode(() -> take(3)).doesNotThrowAnyException();
    }

    @Test
    void startsAnewWhenTheClockWasSetBack() {
        clock.advance(Duration.ofDays(3));
        take(3);
        clock.advance(Duration.ofDays(-2));

        assertThatCode(() -> take(3)).doesNotThrowAnyException();
    }

    @Test
    void countsEachAddressForItself() {
        take(3);

        assertThatCode(() -> limit.take("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void countsTogetherWhatIsTriedAtTwoPrograms() {
        var beside = limits.of(name, 3, Duration.ofMinutes(1));
        limit.take(ADDRESS);
        beside.take(ADDRESS);
        limit.take(ADDRESS);

        assertThatThrownBy(() -> beside.take(ADDRESS)).isInstanceOf(Refused.class);
    }

    @Test
    void keepsNoAddressThatCanBeRead() {
        limit.take("203.0.113.77");

        assertThat(db.sql("select who from people.rate").query(String.class).list())
                .isNotEmpty()
                .allMatch(who -> who.matches("[0-9a-f]{32}"));
    }

    @Test
    void dropsWhatNoLongerCounts() {
        take(1);
        clock.advance(Duration.ofHours(2));
        store.sweep();

        var over =
                db.sql("select count(*) from people.rate where until < :now")
                        .param("now", wanhu.base.Sql.at(clock.instant().minusSeconds(1)))
                        .query(Integer.class)
                        .single();
        assertThat(over).isZero();
    }

    private void take(int times) {
        for (int at = 0; at < times; at++) {
            limit.take(ADDRESS);
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
