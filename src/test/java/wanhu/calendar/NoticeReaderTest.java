package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.day;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeReaderTest {
    /** An invented notice: the real one of 2027 is not announced yet. */
    static final String YEAR_2027 =
            """
            日期,名称,安排
            2027-01-01,元旦,放假
            2027/2/5,春节,off
            2027年2月6日,春节,休
            2027-02-07,春节,放假
            2027-02-08,春节,放假
            2027-02-09,春节,放假
            2027-02-14,春节,上班
            2027-04-05,清明节,放假
            2027-05-01,劳动节,放假
            2027-05-02,劳动节,放假
            2027-06-09,端午节,放假
            2027-09-15,中秋节,放假
            2027-10-01,国庆节,放假
            2027-10-02,国庆节,放假
            2027-10-03,国庆节,放假
            """;

    @Test
    void readsATableWithDatesAsPeopleWriteThem() {
        var notice = NoticeReader.read(YEAR_2027);

        assertThat(notice.faults()).isEmpty();
        assertThat(notice.year()).isEqualTo(2027);
        assertThat(notice.days())
                .hasSize(15)
                .contains(
                        new SpecialDay(day("2027-02-05"), false, "春节"),
                        new SpecialDay(day("2027-02-06"), false, "春节"),
                        new SpecialDay(day("2027-02-14"), true, "春节"));
    }

    @Test
    void readsTheShippedFormAsTheTable() {
        var days =
                NoticeReader.read(YEAR_2027).days().stream()
                        .map(day ->
                                "{\"name\":\"%s\",\"date\":\"%s\",\"isOffDay\":%s}"
                                        .formatted(day.name(), day.date(), !day.works()))
                        .collect(Collectors.joining(","));

        var notice =
                NoticeReader.read(
                        "\uFEFF{\"year\":2027,\"papers\":[\"国办发明电\"],\"days\":[" + days + "]}");

        assertThat(notice.faults()).isEmpty();
        assertThat(notice.source()).isEqualTo("国办发明电");
        assertThat(notice.days()).isEqualTo(NoticeReader.read(YEAR_2027).days());
    }

    @Test
    void leavesOutWhatSaysNothingNew() {
        var notice = NoticeReader.read(YEAR_2027 + "2027-10-04,国庆节,上班");

        assertThat(notice.faults()).isEmpty();
        assertThat(notice.days()).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-13-01,元旦,放假 | calendar.fault.date",
                "2027-02-30,元旦,放假 | calendar.fault.date",
                "soon,元旦,放假 | calendar.fault.date",
                "2026-10-01,国庆节,放假 | calendar.fault.year",
                "2027-07-01,,放假 | calendar.fault.name",
                "2027-07-01,纪念日,maybe | calendar.fault.kind",
                "2027-07-01 | calendar.fault.name",
                "2027-10-01,国庆节,放假 | calendar.fault.twice"
            })
    void namesEachBadRowWithItsNumber(String row, String word) {
        var notice = NoticeReader.read(YEAR_2027 + row);

        assertThat(notice.faults()).hasSize(1);
        assertThat(notice.faults().getFirst().row()).isEqualTo(17);
        assertThat(notice.faults().getFirst().word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | calendar.fault.empty",
                "{\"year\": | calendar.fault.json",
                "{\"year\":2027,\"days\":[]} | calendar.fault.few",
                "{} | calendar.fault.noyear",
                "2027-01-01,元旦,放假 | calendar.fault.few"
            })
    void refusesWhatIsNoNotice(String text, String word) {
        assertThat(NoticeReader.read(text).faults()).extracting(Fault::word).contains(word);
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() {
        var rows =
                IntStream.range(0, 2_000)
                        .mapToObj(at -> "2027-10-01,国庆节,放假")
                        .collect(Collectors.joining("\n"));

        assertThat(NoticeReader.read(rows).faults())
                .extracting(Fault::word)
                .containsExactly("calendar.fault.rows");
        assertThat(NoticeReader.read("x".repeat(100_001)).faults())
                .extracting(Fault::word)
                .containsExactly("calendar.fault.long");
    }
}
