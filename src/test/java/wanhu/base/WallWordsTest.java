package wanhu.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the statement of a wall: places alone, since a setting takes no parameters. */
class WallWordsTest {
    @Test
    void placesStandInTheStatementAsTheyAre() {
        assertThat(new Wall("15.05.24.", "15.05.24.", "15.05.24/").statement())
                .isEqualTo(
                        "set local wanhu.unit = '15.05.24.'; set local wanhu.first = '15.05.24.'; set local wanhu.beyond = '15.05.24/'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table matter.matter; --", "15.05.24.'", "\\", "１５.", " "})
    void aWallOfAnythingElseIsNoWall(String text) {
        assertThatThrownBy(() -> new Wall(text, "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wall("", text, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wall("", "", text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
