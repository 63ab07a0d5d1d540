package wanhu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where the words stand that were looked for. */
class MarkedTest {
    private static String shown(List<Marked> pieces) {
        return pieces.stream()
                .map(each -> each.hit() ? "[" + each.text() + "]" : each.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksEachWordWhereverItStands() {
        assertThat(shown(Marked.of("路灯不亮，路灯杆也歪了", "路灯 杆"))).isEqualTo("[路灯]不亮，[路灯杆]也歪了");
    }

    @Test
    void marksThePairsOfAWordThatDoesNotStandAsAWhole() {
        assertThat(shown(Marked.of("路上的灯光，灯光不亮", "灯光亮"))).isEqualTo("路上的[灯光]，[灯光]不亮");
    }

    @Test
    void readsNoDifferenceBetweenLargeAndSmallLetters() {
        assertThat(shown(Marked.of("WiFi 断了", "wifi"))).isEqualTo("[WiFi] 断了");
    }

    @Test
    void showsWhatStandsAroundTheFirstWord() {
        var text = "很".repeat(200) + "机井没有通电" + "长".repeat(300);

        assertThat(shown(Marked.excerpt(text, "机井")))
                .startsWith("…")
                .contains("[机井]")
                .endsWith("…");
    }

    @Test
    void cutsNoCharacterOfFourBytesInTwo() {
        var text = "𬭎".repeat(300) + "机井";

        assertThat(shown(Marked.excerpt(text, "机井"))).doesNotContain("?").contains("[机井]");
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(Marked.excerpt("", "机井")).isEmpty();
    }
}
