package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.org.Posts;

/** The first run, each time in a transaction in which there is no account, and rolled back. */
@WanhuTest
@Transactional
class FirstRunTest {
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired FirstRun firstRun;
    @Autowired AccountStore store;
    @Autowired Posts posts;
    @Autowired JdbcClient db;

    @BeforeEach
    void forgetAllAccounts() {
        db.sql("delete from people.account").update();
    }

    @Test
    void foundsTheCountyWithItsAdministrator() {
        var account = firstRun.begin(wish(firstRun.code(), PASSWORD), "192.0.2.1");

        var person = store.signedIn(account).orElseThrow();
        var held = posts.heldBy(150586, person.person(), Zones.day(TestClock.START));
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().role()).isEqualTo(Role.ADMIN);
        assertThat(held.getFirst().path()).hasToString("15.05.86.");
    }

    @Test
    void happensOnce() {
        firstRun.begin(wish(firstRun.code(), PASSWORD), "192.0.2.2");

        assertThatThrownBy(() -> firstRun.begin(wish(firstRun.code(), PASSWORD), "192.0.2.2"))
                .hasMessageContaining("people.refused.setup-over");
    }

    @Test
    void hearsNobodyWithoutTheCodeOfTheConsole() {
        assertThatThrownBy(() -> firstRun.begin(wish("", PASSWORD), "192.0.2.3"))
                .hasMessageContaining("people.refused.setup-code");
    }

    @Test
    void isTriedTenTimesAMinuteFromOneAddress() {
        for (int at = 0; at < FirstRun.TRIES_PER_MINUTE_MAX; at++) {
            assertThatThrownBy(() -> firstRun.begin(wish("0", PASSWORD), "192.0.2.4"))
                    .hasMessageContaining("people.refused.setup-code");
        }

        assertThatThrownBy(() -> firstRun.begin(wish("0", PASSWORD), "192.0.2.4"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.kind()).isEqualTo(Refused.Kind.TOO_MANY));
    }

    @Test
    void takesNoWeakPassword() {
        assertThatThrownBy(() -> firstRun.begin(wish(firstRun.code(), "1234567890"), "192.0.2.5"))
                .hasMessageContaining("people.refused.password-common");
    }

    private static FirstRun.Wish wish(String code, String password) {
        return new FirstRun.Wish(code, "150586", "首启县", "first.admin", "白玉兰", password);
    }
}
