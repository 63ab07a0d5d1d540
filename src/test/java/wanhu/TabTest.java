package wanhu;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The watchman himself: what hinders people is found. */
@BrowserTest
class TabTest {
    @ParameterizedTest
    @CsvSource({
        "html-has-lang, document.documentElement.removeAttribute('lang')",
        "image-alt, document.querySelector('main').append(document.createElement('img'))",
        "color-contrast, document.querySelector('main p').style.color = '#eeeeee'"
    })
    void namesWhatHindersPeople(String rule, String harm, Browsers browsers) {
        var tab = browsers.phone().open("/");
        tab.page().evaluate(harm);

        assertThatThrownBy(tab::accessible)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule);
    }
}
