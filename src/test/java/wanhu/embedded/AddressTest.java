package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

class AddressTest {
    private static Address of(String url) {
        return Address.of(new Settings(Path.of("data"), false, 0, url, null, null, null), url);
    }

    @Test
    void carriesUserAndPasswordBeforeTheHost() {
        var address = of("postgresql://county:a%20b%40c%2F1+2@db.example:5544/wanhu");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5544/wanhu");
        assertThat(address.user()).isEqualTo("county");
        assertThat(address.password()).isEqualTo("a b@c/1+2");
    }

    @Test
    void mayLeaveUserAndPasswordToTheSettings() {
        var address = of("postgres://db.example/wanhu?sslmode=require");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example/wanhu?sslmode=require");
        assertThat(address.user()).isNull();
        assertThat(address.password()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            textBlock =
                    """
                    postgresql://u:p@a:1,b:2/wanhu jdbc:postgresql://a:1,b:2/wanhu?targetServerType=primary
                    postgresql://a,b,c/w?sslmode=require jdbc:postgresql://a,b,c/w?sslmode=require&targetServerType=primary
                    jdbc:postgresql://a,b/w jdbc:postgresql://a,b/w?targetServerType=primary
                    postgresql://a,b/w?targetServerType=any jdbc:postgresql://a,b/w?targetServerType=any
                    jdbc:postgresql://a/w?user=a,b jdbc:postgresql://a/w?user=a,b
                    postgresql://[::1]:5433/w jdbc:postgresql://[::1]:5433/w
                    """)
    void ofSeveralHostsTheOneThatWritesIsLookedFor(String url, String found) {
        assertThat(of(url).url()).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://a/b",
                "not a url",
                "postgresql://",
                "postgresql://localhost",
                "postgresql://localhost/",
                "postgresql://u:p@ss@word/x@localhost/wanhu",
                "postgresql://a,,b/wanhu",
                "postgresql://a,b:x/wanhu",
                "postgresql:/wanhu",
                "localhost:5432/wanhu"
            })
    void whatIsNoAddressIsSaidInOneSentenceThatRepeatsNoPassword(String wrong) {
        assertThatThrownBy(() -> of(wrong))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Expected a database address like")
                .hasMessageNotContaining("ss@word");
    }
}
