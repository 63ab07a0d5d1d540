package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB/T 2260, GB/T 10114 and the codes that a county gives itself. */
class DivisionCodeTest {
    @ParameterizedTest
    @CsvSource({
        "15, PROVINCE, , 150000000000, 150000",
        "1505, CITY, 15, 150500000000, 150500",
        "150524, COUNTY, 1505, 150524000000, 150524",
        "150524103, TOWNSHIP, 150524, 150524103000, 150524",
        "150524103208, VILLAGE, 150524103, 150524103208, 150524",
        "150524103208001, GRID, 150524103208, 150524103208001, 150524",
        "441900, COUNTY, 4419, 441900000000, 441900",
        "152971, COUNTY, 1529, 152971000000, 152971",
    })
    void knowsLevelParentAndCounty(
            String text, Level level, String parent, String padded, int county) {
        var code = new DivisionCode(text);

        assertThat(code.level()).contains(level);
        assertThat(code.parent().map(DivisionCode::text).orElse(null)).isEqualTo(parent);
        assertThat(code.padded()).isEqualTo(padded);
        assertThat(code.county()).contains(county);
    }

    @ParameterizedTest
    @CsvSource({
        "150524000000, COUNTY, 150524",
        "150500, CITY, 1505",
        "441900, COUNTY, 441900",
        "441900000000, CITY, 4419",
        "441900000000, COUNTY, 441900",
        "150524103000, TOWNSHIP, 150524103",
        "１５０５２４１０３, TOWNSHIP, 150524103",
        "' 150524103208 ', VILLAGE, 150524103208",
        "x150524001, VILLAGE, X150524001",
    })
    void takesOffWhatFillsACodeWhenTheLevelIsKnown(String typed, Level level, String text) {
        assertThat(DivisionCode.find(typed, level)).contains(new DivisionCode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "150524103208, TOWNSHIP",
        "150524, VILLAGE",
        "150524103, COUNTY",
        "15052, COUNTY",
        "'', COUNTY"
    })
    void refusesALengthThatIsNotOfTheLevel(String typed, Level level) {
        assertThat(DivisionCode.find(typed, level)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "05",
                "1",
                "150",
                "15052",
                "1505241",
                "1505241032",
                "15O524",
                "X",
                "X-1",
                "150524103208000000001",
                "=150524",
                "150524.0",
                "1.50524E5",
                "一五〇五二四"
            })
    void refusesWhatIsNoCode(String text) {
        assertThat(DivisionCode.find(text)).isEmpty();
        assertThatThrownBy(() -> new DivisionCode(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLocalCodeHasNeitherLevelNorParent() {
        var code = new DivisionCode("X15052400B001");

        assertThat(code.local()).isTrue();
        assertThat(code.level()).isEmpty();
        assertThat(code.parent()).isEmpty();
        assertThat(code.county()).isEmpty();
    }
}
