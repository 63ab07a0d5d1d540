package wanhu.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wanhu.base.Refused;

class RulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Source DOCUMENT = new Source("库政办发〔2026〕12号", "Document 12 of 2026", "");

    @ParameterizedTest
    @EnumSource(RuleKey.class)
    void areShippedWithAValueThatTheyThemselvesAllow(RuleKey key) {
        var shipped = Shipped.rule(key);

        assertThat(RuleCheck.checked(key, shipped.value())).isEqualTo(shipped.value());
        assertThat(shipped.citation(Locale.CHINESE)).startsWith("依据");
        assertThat(shipped.citation(Locale.ENGLISH)).startsWith("Under ");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN, 24h",
        "FIRST_CONTACT, 24h",
        "FIRST_CONTACT_DANGER, 1h",
        "FINISH_HELP, 5wd",
        "FINISH_COMPLAINT, 5wd",
        "FINISH_REPORT, 5wd",
        "FINISH_INQUIRY, 3wd",
        "FINISH_SUGGESTION, 15wd",
        "FINISH_COMPLEX, 15wd",
        "EXTENSION_TERM_MAX, 10wd",
        "RETURN_TERM, 1wd",
        "RETURN_DECISION, 1wd",
        "FOLLOW_UP, 3wd",
        "PARK_MAX, 90d",
        "URGENT_CONFIRM, 1wd",
        "COUNTY_ASSIGN, 2wd",
        "PETITION_FINISH, 60d",
        "PETITION_EXTENSION, 30d",
        "INFORMATION_ANSWER, 20wd"
    })
    void shipTheDefaultTerms(RuleKey key, String value) {
        assertThat(Shipped.rule(key).term()).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "EXTENSION_COUNT_MAX, 1",
        "RETURN_COUNT_MAX, 2",
        "FOLLOW_UP_ATTEMPTS, 3",
        "CHASE_FIRST, 50",
        "CHASE_SECOND, 80",
        "CUTOFF_VILLAGE, 20",
        "CUTOFF_TOWNSHIP, 28",
        "REDO_PROBLEM, 3",
        "PASSED_PROBLEM, 3",
        "PUBLIC_SUPPRESSION, 5"
    })
    void shipTheDefaultNumbers(RuleKey key, int value) {
        assertThat(Shipped.rule(key).number()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "PETITION_FINISH, 61d",
        "PETITION_FINISH, 43wd",
        "PETITION_FINISH, 2m",
        "FINISH_HELP, 61d",
        "EXTENSION_TERM_MAX, 22wd",
        "SIGN, 16d",
        "INFORMATION_ANSWER, 21wd"
    })
    void refuseWhatIsWeakerThanTheLaw(RuleKey key, String value) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RuleCheck.checked(key, value))
                .satisfies(no -> assertThat(no.word()).isEqualTo("law.refused.weaker"))
                .satisfies(
                        no -> assertThat(no.arguments().get(1).toString()).matches("《.+》第\\d+条"));
    }

    @ParameterizedTest
    @CsvSource({"PETITION_FINISH, 60d", "PETITION_FINISH, 42wd", "FINISH_HELP, 3wd", "SIGN, 2h"})
    void allowWhatIsStricterThanTheLaw(RuleKey key, String value) {
        assertThat(RuleCheck.checked(key, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN, soon, law.refused.value.TERM", "CUTOFF_VILLAGE, 29, law.refused.range",
        "CUTOFF_VILLAGE, x, law.refused.value.DAY_OF_MONTH",
                "PUBLIC_SUPPRESSION, 1, law.refused.range",
        "CUTOFF_SHIFT, LATER, law.refused.value.SHIFT", "PARK_MAX, 366d, law.refused.range",
        "PARK_MAX, 3m, law.refused.value.DAYS", "REDO_WINDOW, 5wd, law.refused.value.DAYS"
    })
    void refuseWhatMakesNoSense(RuleKey key, String value, String word) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RuleCheck.checked(key, value))
                .satisfies(no -> assertThat(no.word()).isEqualTo(word));
    }

    @Test
    void holdFromTheirDayAndLeaveOldActsTheirRule() {
        var book = new RuleBook(List.of(version(1, "2026-12-01", "48h")));

        assertThat(book.rule(RuleKey.SIGN, TODAY).value()).isEqualTo("24h");
        assertThat(book.rule(RuleKey.SIGN, LocalDate.parse("2026-12-01")).value()).isEqualTo("48h");
        assertThat(book.rule(RuleKey.SIGN, TODAY).validUntil()).isEqualTo("2026-12-01");
    }

    @Test
    void letTheLaterMadeVersionWin() {
        var book =
                new RuleBook(
                        List.of(version(1, "2026-12-01", "48h"), version(2, "2026-11-25", "12h")));

        assertThat(book.rule(RuleKey.SIGN, LocalDate.parse("2026-11-24")).value()).isEqualTo("24h");
        assertThat(book.rule(RuleKey.SIGN, LocalDate.parse("2026-12-02")).value()).isEqualTo("12h");
        assertThat(book.versions(RuleKey.SIGN)).hasSize(3);
    }

    @Test
    void citeTheirSourceInBothLanguages() {
        var petition = Shipped.rule(RuleKey.PETITION_FINISH);

        assertThat(petition.citation(Locale.CHINESE)).isEqualTo("依据《信访工作条例》第34条");
        assertThat(petition.citation(Locale.ENGLISH))
                .isEqualTo("Under Regulations on Petition Work, article 34");
    }

    private static Rule version(int version, String from, String value) {
        return new Rule(RuleKey.SIGN, version, LocalDate.parse(from), null, value, DOCUMENT);
    }
}
