package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import wanhu.base.Refused;
import wanhu.crypto.Suite;

/** Keys that grow while values are sealed and opened. */
@ParameterizedClass
@EnumSource
class KeyRingTest {
    private static final String PLACE = "matter|requester|phone|1";

    @TempDir Path folder;
    private final Suite suite;

    KeyRingTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void opensOldValuesWithTheOldKeyAndSealsNewOnesWithTheNew() {
        var ring = ring();
        var seal = new Seal(ring);
        var old = seal.seal(PLACE, "13812341234");

        ring.grow();

        assertThat(seal.open(PLACE, old)).isEqualTo("13812341234");
        assertThat(seal.current(old)).isFalse();
        assertThat(seal.seal(PLACE, "13812341234")).startsWith(suite.version() + ".k2.");
    }

    @Test
    void keepsBothKeysOnTheDisk() {
        ring().grow();

        assertThat(ring().now().sealing()).containsOnlyKeys("k1", "k2");
        assertThat(ring().now().current()).isEqualTo("k2");
    }

    @Test
    void neverChangesTheKeyOfTheBlindIndex() {
        var ring = ring();
        var before = new Seal(ring).index("people.person.phone", "13812341234");
        ring.grow();

        assertThat(new Seal(ring).index("people.person.phone", "13812341234")).isEqualTo(before);
    }

    @Test
    void learnsAKeyThatAnotherProgramMade() {
        var here = new Seal(ring());
        var there = ring();
        there.grow();

        assertThat(here.open(PLACE, new Seal(there).seal(PLACE, "0475-1234567")))
                .isEqualTo("0475-1234567");
    }

    @Test
    void growsNotWhenTheKeysComeFromElsewhere() {
        var fixed = KeyRing.fixed(ring().now());

        assertThatThrownBy(fixed::grow)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("vault.refused.keys-elsewhere");
    }

    private KeyRing ring() {
        return KeyRing.of(new KeyFile(folder.resolve("vault.keys")), suite);
    }
}
