package wanhu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that everybody sees before signing in. */
@BrowserTest
class FirstPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in"})
    void canBeReadOnAPhoneAndAtADesk(String path, Browsers browsers) {
        var name = path.equals("/") ? "front" : path.substring(1);

        var phone = browsers.phone().open(path).accessible().screenshot(name);
        var desk = browsers.desktop().open(path).accessible().screenshot(name);

        assertThat(phone.text()).isNotBlank();
        assertThat(desk.text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in"})
    void canBeReadWithoutScript(String path, Browsers browsers) {
        assertThat(browsers.phoneWithoutScript().open(path).text()).isNotBlank();
    }
}
