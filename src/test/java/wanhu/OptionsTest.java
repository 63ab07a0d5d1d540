package wanhu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wanhu.base.CannotStart;

class OptionsTest {
    @Test
    void becomeSettings() {
        assertThat(Options.settings("--demo", "--port", "9000", "--data", "/srv/wanhu"))
                .containsExactly(
                        "--wanhu.demo=true", "--wanhu.port=9000", "--wanhu.data=/srv/wanhu");
    }

    @Test
    void lettingAnAdministratorInAgainServesNobody() {
        assertThat(Options.settings("--recover-account", "bao.anquan"))
                .contains(
                        "--wanhu.recover-account=bao.anquan",
                        "--wanhu.port=0",
                        "--server.address=127.0.0.1",
                        "--wanhu.ticks=false");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot,There is no option --prot",
        "--port,The option --port needs a value",
        "demo,There is no option demo"
    })
    void whatIsWrongIsSaidInOneSentence(String option, String sentence) {
        assertThatThrownBy(() -> Options.settings(option))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"abc", "-1", "65536", "80 80"})
    void aPortIsANumber(String port) {
        assertThatThrownBy(() -> Options.settings("--port", port))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The port must be a number");
    }
}
