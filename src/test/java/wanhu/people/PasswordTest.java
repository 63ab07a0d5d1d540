package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.Refused;

/** Which passwords and logins are taken. */
class PasswordTest {
    private static final Login LOGIN = new Login("bai.yulan");

    @ParameterizedTest
    @ValueSource(strings = {"草原上的三只羊和一只狗", "correct horse battery", "xK9#mQ2$vL7!"})
    void takesLongOnesOfAnyKind(String entry) {
        assertThat(Password.chosen(entry, LOGIN).plain()).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "short, people.refused.password-length",
        "my-BAI.yulan-is-nice, people.refused.password-login",
        "1234567890, people.refused.password-common",
        "WoAiNi1314520, people.refused.password-common",
        "ababababababab, people.refused.password-common"
    })
    void saysWhichRuleIsBroken(String entry, String word) {
        assertThatThrownBy(() -> Password.chosen(entry, LOGIN))
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }

    @Test
    void isTheSameHoweverTheKeyboardComposedIt() {
        var composed = "café café café";
        var apart = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(Password.normal(apart)).isEqualTo(Password.normal(composed));
    }

    @Test
    void cutsWhatIsEndless() {
        assertThat(Password.normal("好".repeat(100_000)).length()).isLessThan(1_000);
    }

    @Test
    void neverPrintsItself() {
        assertThat(Password.oneTime()).hasToString("********");
    }

    @ParameterizedTest
    @CsvSource({
        "Bai.Yulan, bai.yulan",
        "' bai ', bai",
        "ＢＡＩ, bai",
    })
    void readsALoginWhateverItsCaseAndWidth(String typed, String login) {
        assertThat(Login.find(typed)).contains(new Login(login));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "bаi", "白玉兰", "a b c", "../etc", "'; drop table--"})
    void takesNoLoginThatLooksLikeAnotherOrIsNone(String typed) {
        assertThat(Login.find(typed)).isEmpty();
    }
}
