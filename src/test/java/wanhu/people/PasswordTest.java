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
    @ValueSource(
            strings = {
                "草原上的三只羊和一只狗",
                "correct horse battery",
                "xK9#mQ2$vL7!",
                "三只羊🐑🐑 在吃草 还有一匹马",
                "wo zai caoyuan shang kan xingxing"
            })
    void takesLongOnesOfAnyKind(String entry) {
        assertThat(Password.chosen(entry, LOGIN).plain()).isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "short, people.refused.password-length",
        "my-BAI.yulan-is-nice, people.refused.password-login",
        "1234567890, people.refused.password-common",
        "WoAiNi1314520, people.refused.password-common",
        "ababababababab, people.refused.password-common",
        "123456789a, people.refused.password-common",
        "woaini1314520, people.refused.password-common",
        "Zhangwei1990, people.refused.password-common",
        "wangxiaoming@163, people.refused.password-common",
        "13800138000aa, people.refused.password-common",
        "150524199001011234, people.refused.password-common",
        "19900101 8888, people.refused.password-common",
        "P@ssw0rd2024, people.refused.password-common",
        "Sunshine2024!, people.refused.password-common",
        "qwertyuiop[]\\, people.refused.password-common",
        "qazwsxedcrfv, people.refused.password-common"
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
    void takesASentenceOfOneHundredAndTwentyEightSignsAndNotOneMore() {
        var long128 = "这是一句很长的话，".repeat(15).substring(0, 128);

        assertThat(Password.chosen(long128, LOGIN).plain()).hasSize(128);
        assertThatThrownBy(() -> Password.chosen(long128 + "了", LOGIN))
                .hasMessageContaining("people.refused.password-length");
    }

    @Test
    void tellsPasswordsApartBeyondTheSeventySecondByte() {
        var hashes = new Hashes();
        var long100 = "一匹白马走过草原。".repeat(12).substring(0, 100);
        var hash = hashes.of(Password.chosen(long100, LOGIN));

        assertThat(hashes.match(long100, hash)).isTrue();
        assertThat(hashes.match(long100.substring(0, 99) + "！", hash)).isFalse();
    }

    @Test
    void takesWhatAnotherKeyboardComposedOtherwise() {
        var hashes = new Hashes();
        var hash = hashes.of(Password.chosen("Žluťoučký kůň 草原", LOGIN));
        var apart = Normalizer.normalize("Žluťoučký kůň 草原", Normalizer.Form.NFD);

        assertThat(hashes.match(apart, hash)).isTrue();
    }

    @Test
    void holdsNoNameOfTheCounty() {
        assertThatThrownBy(() -> Password.chosen("我爱库伦的大草原", LOGIN, "库伦旗"))
                .hasMessageContaining("people.refused.password-length");
        assertThatThrownBy(() -> Password.chosen("我爱库伦的大草原和蓝天", LOGIN, "库伦旗"))
                .hasMessageContaining("people.refused.password-place");
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
