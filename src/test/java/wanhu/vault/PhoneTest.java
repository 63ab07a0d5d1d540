package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone numbers as people type them. */
class PhoneTest {
    @ParameterizedTest
    @CsvSource({
        "13812341234, 13812341234, 138****1234",
        "138 1234 1234, 13812341234, 138****1234",
        "+86-138-1234-1234, 13812341234, 138****1234",
        "１３８１２３４１２３４, 13812341234, 138****1234",
        "0475-4912345, 04754912345, *******2345",
        "（0475）4912345, 04754912345, *******2345",
        "4912345, 4912345, *****45",
        "12345, 12345, ***45",
        "95598, 95598, ***98",
        "4008123123, 4008123123, ******3123",
    })
    void readsWhatIsANumber(String typed, String digits, String masked) {
        var phone = Phone.of(typed);

        assertThat(phone.digits()).isEqualTo(digits);
        assertThat(phone).hasToString(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "138****1234",
                "1381234123",
                "138123412345",
                "12812341234",
                "abc",
                "138123412a4",
                "15052419490101123X",
                "111111111111111111111111111111111111111111111111111111"
            })
    void refusesWhatIsNone(String typed) {
        assertThat(Phone.find(typed)).isEmpty();
    }

    @Test
    void showsTheFirstCharacterOfANameAndHidesTheOthers() {
        assertThat(PersonName.of("王小明")).hasToString("王**");
        assertThat(PersonName.of(" 𬭎  明 ")).hasToString("𬭎**");
        assertThat(PersonName.of("阿拉坦·其其格").masked()).isEqualTo("阿******");
        assertThat(PersonName.of("王").masked()).isEqualTo("王*");
    }
}
