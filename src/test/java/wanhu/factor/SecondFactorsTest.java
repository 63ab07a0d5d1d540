package wanhu.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;

/** A second proof beside the password. */
@WanhuTest
class SecondFactorsTest {
    @Autowired SecondFactors factors;
    @Autowired Authenticator phone;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private final UUID account = Ids.next();

    @Test
    void countsOnceACodeHasConfirmedIt() {
        factors.offer(account, "sarina");
        assertThat(factors.has(account)).isFalse();

        factors.confirm(account, code(0));

        assertThat(factors.has(account)).isTrue();
    }

    @Test
    void offersTheSameSecretUntilItIsConfirmed() {
        assertThat(factors.offer(account, "sarina")).isEqualTo(factors.offer(account, "sarina"));
    }

    @Test
    void takesACodeOnce() {
        enrolled();

        assertThat(factors.proves(account, code(0))).isTrue();
        assertThat(factors.proves(account, code(0))).isFalse();
    }

    @Test
    void takesTheCodeBeforeAndTheCodeAfterForPhonesWhoseClockIsOff() {
        enrolled();

        assertThat(factors.proves(account, code(-1))).isTrue();
        assertThat(factors.proves(account, code(1))).isTrue();
        assertThat(factors.proves(account, code(2))).isFalse();
    }

    @Test
    void takesNoCodeEarlierThanOneUsed() {
        enrolled();
        factors.proves(account, code(1));

        assertThat(factors.proves(account, code(0))).isFalse();
    }

    @Test
    void takesFullWidthDigitsWithGaps() {
        enrolled();
        var wide = code(0).chars().mapToObj(each -> Character.toString(each - '0' + '０')).toList();

        assertThat(factors.proves(account, String.join(" ", wide))).isTrue();
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        var codes = enrolled();

        assertThat(factors.proves(account, codes.getFirst().toUpperCase(Locale.ROOT))).isTrue();
        assertThat(factors.proves(account, codes.getFirst())).isFalse();
        assertThat(factors.recoveryLeft(account)).isEqualTo(SecondFactors.RECOVERY_CODES - 1);
    }

    @Test
    void voidsOldRecoveryCodesWhenNewOnesAreMade() {
        var old = enrolled();
        factors.renewRecovery(account);

        assertThat(factors.proves(account, old.getFirst())).isFalse();
    }

    @Test
    void keepsNoSecretInTheClear() {
        enrolled();
        var kept =
                db.sql("select secret from factor.totp where account = :account")
                        .param("account", account)
                        .query(String.class)
                        .single();

        assertThat(kept).doesNotContainPattern("^[A-Z2-7]{32}$");
    }

    @Test
    void isNotReplacedByAnother() {
        enrolled();

        assertThatThrownBy(() -> factors.offer(account, "sarina"))
                .hasMessageContaining("factor.refused.already");
    }

    @Test
    void isGoneWhenRemoved() {
        var codes = enrolled();
        factors.remove(account);

        assertThat(factors.has(account)).isFalse();
        assertThat(factors.proves(account, codes.getFirst())).isFalse();
    }

    @Test
    void refusesAWrongCodeAtTheConfirmation() {
        factors.offer(account, "sarina");

        assertThatThrownBy(() -> factors.confirm(account, code(5)))
                .hasMessageContaining("factor.refused.code");
    }

    /** Confirmed with the code of five minutes ago, so that the test has the codes of now. */
    private List<String> enrolled() {
        factors.offer(account, "sarina");
        var codes = factors.confirm(account, code(0));
        clock.advance(Duration.ofMinutes(5));
        return codes;
    }

    private String code(int stepsOff) {
        return phone.code(account, stepsOff);
    }
}
