package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "库伦旗, klq",
        "阿拉善右旗, alsyq",
        "九家子嘎查, jjzgc",
        "重庆市, cqs",
        "厦门市, xms",
        "第3网格A, d3wga",
        "𬭎·村, c",
    })
    void areTheFirstLettersThatPeopleType(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"ayq, true", "alsyq, true", "yq, false", "aqy, false", "a, false"})
    void mayLeaveSomeOut(String typed, boolean found) {
        assertThat(Initials.skips(typed, "alsyq")).isEqualTo(found);
    }
}
