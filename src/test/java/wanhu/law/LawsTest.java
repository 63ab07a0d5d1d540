package wanhu.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.calendar.Cutoffs;
import wanhu.calendar.Term;
import wanhu.calendar.WorkCalendar;

@WanhuTest
class LawsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-08-03");
    private static final Source DOCUMENT = new Source("库政办发〔2026〕12号", "Document 12 of 2026", "");

    @Autowired private Laws laws;
    @Autowired private JdbcClient db;

    @Test
    void answerWithTheShippedRuleWhereACountyHasNone() {
        assertThat(laws.term(150901, RuleKey.SIGN, TODAY)).isEqualTo(Term.parse("24h"));
        assertThat(laws.number(150901, RuleKey.CUTOFF_VILLAGE, TODAY)).isEqualTo(20);
        assertThat(laws.list(150901, TODAY)).hasSize(RuleKey.values().length);
    }

    @Test
    void changeFromADayInOneCountyAlone() {
        laws.change(admin(150902), change(RuleKey.SIGN, "12h", "2026-08-10"));

        assertThat(laws.term(150902, RuleKey.SIGN, TODAY)).hasToString("24h");
        assertThat(laws.term(150902, RuleKey.SIGN, LocalDate.parse("2026-08-10")))
                .hasToString("12h");
        assertThat(laws.term(150903, RuleKey.SIGN, LocalDate.parse("2026-08-10")))
                .hasToString("24h");
        assertThat(laws.versions(150902, RuleKey.SIGN))
                .extracting(Rule::version)
                .containsExactly(0, 1);
    }

    @Test
    void numberTheirVersionsAndKeepThem() {
        laws.change(admin(150904), change(RuleKey.PARK_MAX, "60d", "2026-08-03"));
        laws.change(admin(150904), change(RuleKey.PARK_MAX, "30d", "2026-09-01"));

        assertThat(laws.rule(150904, RuleKey.PARK_MAX, TODAY).value()).isEqualTo("60d");
        assertThat(laws.rule(150904, RuleKey.PARK_MAX, LocalDate.parse("2026-09-01")).version())
                .isEqualTo(2);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> db.sql("delete from law.rule where county = 150904").update())
                .withMessageContaining("append-only");
    }

    @Test
    void refuseWhoIsNoAdministrator() {
        var clerk = actor(150905, Role.COUNTY_CLERK);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> laws.change(clerk, change(RuleKey.SIGN, "1h", "2026-08-03")))
                .satisfies(no -> assertThat(no.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
    }

    @Test
    void refuseADayThatHasPassed() {
        assertRefused(change(RuleKey.SIGN, "1h", "2026-08-02"), "law.refused.past");
    }

    @Test
    void refuseAVillageListThatClosesAfterTheTownships() {
        assertRefused(
                change(RuleKey.CUTOFF_TOWNSHIP, "20", "2026-08-03"),
                "law.refused.order.CUTOFF_VILLAGE");
        assertRefused(
                change(RuleKey.CHASE_FIRST, "85", "2026-08-03"), "law.refused.order.CHASE_FIRST");
    }

    @Test
    void makeTheCutoffsOfACounty() {
        laws.change(admin(150907), change(RuleKey.CUTOFF_SHIFT, "WORKDAY_BEFORE", "2026-08-03"));

        Cutoffs cutoffs =
                laws.cutoffs(150907, RuleKey.CUTOFF_TOWNSHIP, WorkCalendar.national(), TODAY);

        assertThat(cutoffs.lastDay(java.time.YearMonth.of(2026, 11))).isEqualTo("2026-11-27");
    }

    private void assertRefused(RuleChange change, String word) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> laws.change(admin(150906), change))
                .satisfies(no -> assertThat(no.word()).isEqualTo(word));
    }

    private static RuleChange change(RuleKey key, String value, String from) {
        return new RuleChange(key, value, LocalDate.parse(from), DOCUMENT);
    }

    private static Actor admin(int county) {
        return actor(county, Role.ADMIN);
    }

    private static Actor actor(int county, Role role) {
        var path = OrgPath.ofDivision(Integer.toString(county));
        return new Actor(county, Ids.next(), Ids.next(), role, Ids.next(), path, "test", "test");
    }
}
