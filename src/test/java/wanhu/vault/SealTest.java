package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/** The encryption of single values. */
@ParameterizedClass
@EnumSource
class SealTest {
    private static final String FIRST =
            """
            suite=SUITE
            current=k1
            k1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
            index=ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=
            """;
    private static final String SECOND =
            FIRST.replace("current=k1", "current=k2")
                    + "k2=QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=";

    private final Suite suite;
    private final Seal seal;

    SealTest(Suite suite) {
        this.suite = suite;
        this.seal = seal(FIRST);
    }

    private Seal seal(String keys) {
        return new Seal(KeyRing.fixed(Keys.read(keys.replace("SUITE", suite.setting()))));
    }

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open("a|1", seal.seal("a|1", "13812341234 𬭎·其其格")))
                .isEqualTo("13812341234 𬭎·其其格");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(seal.seal("a|1", "13812341234")).isNotEqualTo(seal.seal("a|1", "13812341234"));
    }

    @Test
    void opensNothingThatWasMovedToAnotherRow() {
        var sealed = seal.seal("a|1", "13812341234");

        assertThatThrownBy(() -> seal.open("a|2", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("13812341234");
    }

    @Test
    void opensNothingOfWhichOneSignWasChanged() {
        var sealed = seal.seal("a|1", "13812341234");
        int last = sealed.length() - 2;
        var changed =
                sealed.substring(0, last)
                        + (sealed.charAt(last) == 'A' ? 'B' : 'A')
                        + sealed.substring(last + 1);

        assertThatThrownBy(() -> seal.open("a|1", changed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensOldValuesAfterTheKeyWasChanged() {
        var old = seal.seal("a|1", "13812341234");
        var next = seal(SECOND);

        assertThat(next.open("a|1", old)).isEqualTo("13812341234");
        assertThat(next.seal("a|1", "x")).startsWith(suite.version() + ".k2.");
    }

    @Test
    void indexesEqualTextsOfOneFieldAlikeAndOfAnotherDifferently() {
        assertThat(seal.index("a", "138")).isEqualTo(seal.index("a", "138")).hasSize(32);
        assertThat(seal.index("b", "138")).isNotEqualTo(seal.index("a", "138"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "current=k1 k1=c2hvcnQ= index=c2hvcnQ=",
                "current=k1 k1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                        + " index=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "current=k1 k1=not-base64! index=not-base64!",
                "current=k9 k1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
                        + " index=ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8="
            })
    void refusesKeysThatAreMissingShortOrRegular(String text) {
        assertThatThrownBy(() -> Keys.read(text)).isInstanceOf(CannotStart.class);
    }

    @Test
    void tellsNoKeyWhenPrinted() {
        Map<String, SecretKey> keys = Map.of("k1", new SecretKeySpec(new byte[32], "AES"));

        assertThat(new Keys(suite, "k1", keys, new SecretKeySpec(new byte[32], "HmacSHA256")))
                .hasToString("Keys [k1]");
    }
}
