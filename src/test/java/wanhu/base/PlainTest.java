package wanhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void leavesOutWhatTurnsTheText() {
        assertThat(Plain.text("a\u202Eb\u2066c")).isEqualTo("abc");
        assertThat(Plain.cells(List.of("好", "\u202Dx"))).containsExactly("好", "x");
    }

    /** Mongolian vowel separator and narrow space, joiners, emoji. */
    @Test
    void leavesEverythingElseAsItIs() {
        var text = "ᠮᠣᠩᠭᠣᠯ\u180E\u202F\u200D 白😀";

        assertThat(Plain.text(text)).isSameAs(text);
    }
}
