package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;

/** What a text is found by. */
@WanhuTest
class TermsTest {
    private static final String TEXT = "两千亩地没通电，渠。𬭎家沟 Wi-Fi 3G信号 150524";

    @Autowired private JdbcClient db;

    @Test
    void areThePairsOfChineseCharactersAndWholeOtherWords() {
        assertThat(Terms.of(TEXT))
                .containsExactly(
                        "两千", "千亩", "亩地", "地没", "没通", "通电", "渠", "𬭎家", "家沟", "wi", "fi", "3g",
                        "信号", "150524");
    }

    @Test
    void areAsNumbersTheSameInTheDatabaseWhichReadsThoseOfOlderVersions() {
        var terms = Terms.of(TEXT);
        List<Integer> read =
                db.sql(
                                """
                                select cast(crc32(convert_to(t.term, 'UTF8')) - 2147483648 as int)
                                from unnest(cast(:terms as text[])) as t (term)
                                """)
                        .param("terms", terms.toArray(String[]::new))
                        .query(Integer.class)
                        .list();

        assertThat(Terms.keys(TEXT)).containsExactlyInAnyOrder(read.toArray(Integer[]::new));
    }

    @Test
    void areNoMoreThanTheLimitInALongText() {
        var text = new StringBuilder();
        for (int at = 0; at < 2_000; at++) {
            text.appendCodePoint('一' + at);
        }

        assertThat(Terms.keys(text.toString())).hasSize(Terms.TERMS_MAX);
    }
}
