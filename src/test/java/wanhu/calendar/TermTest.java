package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
    @ParameterizedTest
    @ValueSource(strings = {"24h", "6wh", "7d", "5wd", "2m", "10000d"})
    void isPrintedAsItIsRead(String text) {
        assertThat(Term.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "wd", "0d", "-1d", "5 wd", "5w", "10001d", "99999999999d", "５d"})
    void refusesWhatIsNoTerm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.parse(text));
    }
}
