package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** An auditor searches acts and steps as one list. */
@WanhuTest
class RecordSearchTest {
    private static int next = 151_700;

    @Autowired private Staff staff;
    @Autowired private Reports reports;
    @Autowired private Matters matters;
    @Autowired private Audit audit;
    @Autowired private JdbcClient db;
    @Autowired private TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Receipt receipt;
    private Visitor auditor;

    @BeforeEach
    void aMatterThatTheVillageTookOn() {
        county = staff.county(++next);
        township = staff.below(county, UnitKind.TOWNSHIP, "搜索镇" + next);
        village = staff.below(township, UnitKind.VILLAGE, "搜索村");
        receipt = told(Kind.HELP);
        take(village, Role.VILLAGE_CLERK, new Step.TakeOn("内部备注不外传"));
        auditor = staff.as(Role.AUDITOR, county);
    }

    private Receipt told(Kind kind) {
        return reports.report(
                null,
                new Report(
                        county.county(),
                        Ids.next(),
                        new Report.Content(kind, "farm.power", Channel.WEB, false, "没有电", "没有电。"),
                        village.id(),
                        "",
                        null,
                        new Report.Contact("白大娘", "13800138000", false, false, true, true),
                        clock.instant()));
    }

    private void take(Unit unit, Role role, Step step) {
        var matter = matters.get(county.county(), receipt.matter());
        matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    @Test
    void findsStepsBesideActsWithoutAWordOfTheMatter() {
        audit.record(staff.actor(Role.ADMIN, county), Act.of(Verb.RULE_CHANGED, "CUTOFF"));

        var all = auditor.get("/audit?object=").body();

        assertThat(all).contains("CUTOFF", receipt.number(), "受理自办", "诉求人", "搜索村");
        assertThat(all).doesNotContain("内部备注", "没有电", "白大娘", "13800138000");
    }

    @Test
    void findsByGroupStepNumberUnitAndThing() {
        assertThat(auditor.get("/audit?group=STEPS").body()).contains(receipt.number());
        assertThat(auditor.get("/audit?verb=TakeOn").body()).contains(receipt.number());
        assertThat(auditor.get("/audit?object=" + receipt.number()).body()).contains("受理自办");
        assertThat(auditor.get("/audit?thing=MATTER&unit=搜索村").body()).contains("受理自办");
        assertThat(auditor.get("/audit?thing=RULE").body()).doesNotContain(receipt.number());
        assertThat(auditor.get("/audit?verb=Dispatch").body()).contains("没有符合条件的记录");
        assertThat(auditor.get("/audit?unit=没有这个村").body()).contains("没有符合条件的记录");
    }

    @Test
    void whatOneRequestDoesHasOneNumber() {
        auditor.get("/audit/export.csv?object=nothing-here");
        var row =
                db.sql(
                                """
                                select request::text
                                from audit.act
                                where county = :county and verb = 'EXPORTED'
                                """)
                        .param("county", county.county())
                        .query(String.class)
                        .single();
        var shown = Objects.requireNonNull(row).substring(row.length() - 8);

        assertThat(auditor.get("/audit?request=" + shown).body()).contains("导出", shown);
        assertThat(auditor.get("/audit?request=00000000").body()).contains("没有符合条件的记录");
    }

    @Test
    void findsWhatCameFromAnAddressThoughItIsNotKept() {
        auditor.get("/audit/export.csv?object=nothing-here");

        assertThat(auditor.get("/audit?address=127.0.0.1&verb=EXPORTED").body())
                .contains("同一来源")
                .doesNotContain("没有符合条件的记录");
        assertThat(auditor.get("/audit?address=10.9.8.7").body()).contains("没有符合条件的记录");
        assertThat(auditor.get("/audit?address=~zz").status()).isEqualTo(200);
    }

    @Test
    void aStepKnowsItsRequestAndOnlyThatOfStaffItsAddress() {
        var visitor = staff.as(Role.VILLAGE_CLERK, village);
        visitor.get("/matters/" + receipt.matter());
        visitor.post("/m/" + receipt.code(), "tail", "8000");
        visitor.post("/m/" + receipt.code() + "/withdraw", "command", Ids.next().toString());
        var bare =
                db.sql(
                                """
                                select count(*)
                                from matter.step
                                where county = :county and step = 'Withdraw' and request is not null and address is null
                                """)
                        .param("county", county.county())
                        .query(Integer.class)
                        .single();

        assertThat(bare).isEqualTo(1);
    }

    @Test
    void aTownshipsAuditorFindsNothingOfWhatAccusesIt() {
        receipt = told(Kind.REPORT);
        var below = staff.as(Role.AUDITOR, township);

        assertThat(below.get("/audit?group=STEPS").body()).doesNotContain(receipt.number());
        assertThat(auditor.get("/audit?group=STEPS").body()).contains(receipt.number());
    }

    @Test
    void takesStepsAlongAsAFile() {
        assertThat(auditor.get("/audit/export.csv?group=STEPS").body())
                .contains(receipt.number(), "受理自办", "请求编号")
                .doesNotContain("内部备注");
    }
}
