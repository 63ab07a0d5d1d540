package wanhu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of an article shows all that the article has, so that saving it drops nothing. */
class FormTest {
    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "2, 3", "3, 4", "4, 5", "5, 5"})
    void thereIsRoomForEachCategoryAndOneMore(int chosen, int places) {
        var codes = IntStream.range(0, chosen).mapToObj(n -> "road." + n).toList();
        var form = Form.of(about(codes), 1);

        assertThat(form.places()).isEqualTo(places);
        assertThat(
                        IntStream.range(0, places)
                                .mapToObj(form::category)
                                .filter(code -> !code.isEmpty()))
                .containsExactlyElementsOf(codes);
    }

    private static Text about(List<String> categories) {
        var review = LocalDate.parse("2027-01-01");
        return new Text("公交几点开", "早上六点。", "", Audience.PUBLIC, categories, review, null);
    }
}
