package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A resident's rights over what we hold of her, with the trail that they leave. */
@WanhuTest
class OwnDataTest {
    private static int next = 151_800;

    @Autowired private Web web;
    @Autowired private Staff staff;
    @Autowired private Reports reports;
    @Autowired private Matters matters;
    @Autowired private JdbcClient db;
    @Autowired private TestClock clock;

    private Unit county;
    private Unit village;
    private Receipt receipt;
    private String path;
    private Visitor she;

    @BeforeEach
    void aMatterOfHers() {
        county = staff.county(++next);
        var township = staff.below(county, UnitKind.TOWNSHIP, "本人镇" + next);
        village = staff.below(township, UnitKind.VILLAGE, "本人村");
        receipt =
                reports.report(
                        null,
                        new Report(
                                county.county(),
                                Ids.next(),
                                new Report.Content(
                                        Kind.HELP,
                                        "farm.power",
                                        Channel.WEB,
                                        false,
                                        "没有电",
                                        "九社没有电。"),
                                village.id(),
                                "",
                                null,
                                new Report.Contact("白大娘", "13800138000", false, false, true, true),
                                clock.instant()));
        path = "/m/" + receipt.code() + "/data";
        she = web.resident(receipt.code(), "8000");
        she.get(path);
    }

    private Reports.Contact held() {
        return reports.own(reports.byCode(receipt.code()).orElseThrow());
    }

    @Test
    void putsNameAndPhoneRightForWhoKnowsTheOldOne() {
        assertThat(she.post(path + "/contact", "phone", "13900139000", "known", "1111").status())
                .isEqualTo(400);
        var sent =
                she.post(path + "/contact", "name", "白玉兰", "phone", "13900139000", "known", "8000");

        assertThat(she.follow(sent).body())
                .contains("已更正", "更正称呼", "更正电话", "当场办结", "139****9000")
                .doesNotContain("13900139000");
        assertThat(held()).isEqualTo(new Reports.Contact("白玉兰", "13900139000"));
        assertThat(acts()).isEqualTo(2);
    }

    @Test
    void keepsWhatSheWroteAndSetsTheCorrectionBesideIt() {
        var sent = she.post(path + "/words", "words", "是八社，不是九社。");

        assertThat(she.follow(sent).body()).contains("九社没有电。", "是八社，不是九社。");
        assertThat(staff.as(Role.VILLAGE_CLERK, village).get("/matters/" + receipt.number()).body())
                .contains("本人更正", "是八社，不是九社。", "九社没有电。");
        assertThat(she.post(path + "/words", "words", " ").status()).isEqualTo(400);
    }

    @Test
    void takesBackConsentsAtOnce() {
        she.post(path + "/consent", "what", "NEWS");
        var sent = she.post(path + "/consent", "what", "PUBLISHING");

        assertThat(she.follow(sent).body())
                .contains("撤回同意：不再联系", "撤回同意：不公开")
                .doesNotContain("不同意公开这件事");
        assertThat(matters.get(county.county(), receipt.matter()).about().privacy().publishable())
                .isFalse();
        assertThat(reports.byCode(receipt.code()).orElseThrow().wantsNews()).isFalse();
        assertThat(she.post(path + "/consent", "what", "ANYTHING").status()).isEqualTo(400);
    }

    @Test
    void complainsToTheCountysOfficeWithALastDay() {
        var command = Ids.next().toString();
        var sent = she.post(path + "/complaint", "complaint", "不该打电话给邻居。", "command", command);
        var again = she.post(path + "/complaint", "complaint", "不该打电话给邻居。", "command", command);
        var code = sent.location().orElseThrow().substring(3, 15);
        var complaint = matters.get(county.county(), reports.byCode(code).orElseThrow().matter());

        assertThat(again.location()).isEqualTo(sent.location());
        assertThat(complaint.parties().holder().unit()).isEqualTo(county.id());
        assertThat(complaint.about().body()).isEqualTo("不该打电话给邻居。");
        assertThat(complaint.about().privacy().publishable()).isFalse();
        assertThat(she.get(path).body()).contains("编号 " + complaint.number(), "2026-08-18", "第50条");
        assertThat(she.follow(sent).body()).contains(complaint.number());
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void copiesTheTrailWithTheData() {
        she.post(path + "/words", "words", "是八社。");

        assertThat(she.post(path, "tail", "8000").body()).contains("\"wishes\"", "是八社。", "WORDS");
    }

    @Test
    void theRecordSaysWhatWasDoneButNotWithWhat() {
        she.post(path + "/contact", "name", "白玉兰", "known", "8000");
        var facts =
                db.sql(
                                """
                                select facts || coalesce(address::text, '')
                                from audit.act
                                where county = :county and verb = 'OWN_DATA_CHANGED'
                                """)
                        .param("county", county.county())
                        .query(String.class)
                        .single();

        assertThat(facts).isEqualTo("{\"kind\":\"NAME\"}");
    }

    private long acts() {
        return db.sql(
                        """
                        select count(*)
                        from audit.act
                        where county = :county and verb = 'OWN_DATA_CHANGED'
                        """)
                .param("county", county.county())
                .query(Long.class)
                .single();
    }
}
