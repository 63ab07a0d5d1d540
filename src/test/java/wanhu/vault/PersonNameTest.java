package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.Refused;

/** Names as people in a county of Inner Mongolia have them. */
class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "白玉兰, 白**",
        "王𬭎, 王*",
        "𬭎, 𬭎*",
        "阿拉坦·其其格, 阿******",
        "博尔济吉特·布尔古德·额尔敦巴雅尔·阿拉坦额莫勒, 博***********************",
    })
    void areTakenWholeAndShownMaskedByCodePoints(String name, String masked) {
        assertThat(PersonName.of(name).full()).isEqualTo(name);
        assertThat(PersonName.of(name).masked()).isEqualTo(masked);
        assertThat(PersonName.of(name)).hasToString(masked);
    }

    @Test
    void areOfFiftyCodePointsAtMostWhateverTheirBytes() {
        assertThat(PersonName.of("𬭎".repeat(50)).full()).hasSize(100);
        assertThatThrownBy(() -> PersonName.of("𬭎".repeat(51))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "王*", "白\u0007玉兰", "白\u202E玉兰", "<b>", "白\uE000"})
    void areNoControlCharactersStarsOrTags(String entry) {
        assertThatThrownBy(() -> PersonName.of(entry)).isInstanceOf(Refused.class);
    }
}
