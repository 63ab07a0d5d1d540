package wanhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PhraseTest {
    private static final Object[] SAID = {"六家子镇", "3", "{1}", "it's"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "事项",
                "{0}的事项",
                "{0}{1}",
                "共{1}件，其中{0}",
                "{3} said {2}",
                "It''s {0}''s",
                "'{0}' stays",
                "{9} is not there",
                "{0,number} is more",
                "{ is broken by nobody' but quoted '{'",
                "} alone",
                "'"
            })
    void saysTheSameAsTheLibrary(String text) {
        assertThat(said(text)).isEqualTo(library(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void saysAllOurWordsAsTheLibrary(String language) {
        var beans = new StaticListableBeanFactory();
        var words = new Words(beans.getBeanProvider(LocalTexts.class));

        for (String key : words.keys("")) {
            var text = words.pattern(Locale.of(language), key);
            assertThat(said(text)).as(key).isEqualTo(library(text));
        }
    }

    private static String said(String text) {
        try {
            return new Phrase(text).say(Locale.CHINESE, SAID);
        } catch (IllegalArgumentException broken) {
            return "broken";
        }
    }

    private static String library(String text) {
        try {
            return new MessageFormat(text, Locale.CHINESE).format(SAID);
        } catch (IllegalArgumentException broken) {
            return "broken";
        }
    }
}
