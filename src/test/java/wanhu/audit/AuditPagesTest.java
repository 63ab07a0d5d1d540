package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.org.Unit;
import wanhu.people.Staff;

/** What an auditor sees, takes along and verifies. */
@WanhuTest
class AuditPagesTest {
    private static final int COUNTY = 150_944;

    @Autowired private Web web;
    @Autowired private Staff staff;
    @Autowired private Audit audit;
    @Autowired private Sealer sealer;
    @Autowired private JdbcClient db;

    private Unit county;
    private Actor admin;
    private Visitor auditor;

    @BeforeEach
    void anAuditor() {
        county = staff.county(COUNTY);
        admin = staff.actor(Role.ADMIN, county);
        auditor = staff.as(Role.AUDITOR, county);
    }

    @Test
    void showsWhoDidWhatAsWhichPost() {
        audit.record(
                admin,
                Act.of(Verb.RULE_CHANGED, "CUTOFF_VILLAGE").because("县办 7 号文").with("value", 18));

        assertThat(auditor.get("/audit?object=CUTOFF_VILLAGE").body())
                .contains("修改规则", "CUTOFF_VILLAGE", "县办 7 号文", "测试A", "测试县 · 经办");
    }

    @Test
    void findsByKindPersonThingAndDay() {
        audit.record(admin, Act.of(Verb.CATEGORY_SAVED, "only.here"));

        assertThat(auditor.get("/audit?group=RULES&object=only.here").says("only.here")).isTrue();
        assertThat(auditor.get("/audit?verb=CATEGORY_SAVED&who=测试A").says("only.here")).isTrue();
        assertThat(auditor.get("/audit?group=ROUND").says("only.here")).isFalse();
        assertThat(auditor.get("/audit?who=nobody-has-this-name").says("only.here")).isFalse();
        assertThat(auditor.get("/audit?from=2026-08-04&until=2026-08-05").says("only.here"))
                .isFalse();
        assertThat(auditor.get("/audit?from=yesterday&until=%00").status()).isEqualTo(200);
    }

    @Test
    void leadsThroughALongListPieceByPiece() {
        for (int at = 0; at < AuditPages.ROWS + 10; at++) {
            audit.record(admin, Act.of(Verb.PROMPT_ANSWERED, "long" + at));
        }
        var first = auditor.get("/audit?verb=PROMPT_ANSWERED");
        var next = first.body().replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");
        var second = auditor.get(next.replace("&amp;", "&"));

        assertThat(first.body()).contains("long" + (AuditPages.ROWS + 9)).doesNotContain("long0<");
        assertThat(second.body()).contains("long0<");
    }

    @Test
    void takesTheRecordAlongWithoutFormulasAndThatIsRecorded() {
        audit.record(admin, Act.of(Verb.RULE_CHANGED, "FORMULA").because("=HYPERLINK(\"x\")"));
        long before = count(Verb.EXPORTED);

        assertThat(auditor.get("/audit/export.csv?object=FORMULA").body())
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(count(Verb.EXPORTED)).isEqualTo(before + 1);
    }

    @Test
    void verifiesTheRecordOfTheCounty() {
        sealer.run();

        assertThat(auditor.post("/audit/verify").body()).contains("记录完整，没有改动");
        assertThat(count(Verb.RECORD_VERIFIED)).isPositive();
    }

    @Test
    void readsNoMatters() {
        assertThat(auditor.get("/rounds").status()).isEqualTo(403);
        assertThat(auditor.get("/figures").status()).isEqualTo(403);
    }

    @Test
    void aRefusedPageIsRecordedWithWhoAskedForIt() {
        long before = count(Verb.ACCESS_REFUSED);
        staff.as(Role.VILLAGE_CLERK, county).get("/audit");

        assertThat(count(Verb.ACCESS_REFUSED)).isEqualTo(before + 1);
        assertThat(auditor.get("/audit?object=GET%20/audit").body()).contains("访问被拒");
    }

    @Test
    void aRefusedSignInIsRecordedWithoutTheLogin() {
        var visitor = web.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "login", "nobody.here", "password", "wrong");
        var rows =
                db.sql(
                                """
                                select object || facts || title
                                from audit.act
                                where county = 0 and verb = 'SIGN_IN_REFUSED'
                                """)
                        .query(String.class)
                        .list();

        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains("nobody") || row.contains("127."));
        assertThat(auditor.get("/audit?nobody=true").body()).contains("登录被拒");
    }

    @Test
    void everyActHasWhoOrWhereFrom() {
        var bare =
                db.sql(
                                """
                                select verb
                                from audit.act
                                where county = :county and person is null
                                  and verb not in ('SIGN_IN_REFUSED', 'OWN_DATA_CHANGED')
                                """)
                        .param("county", COUNTY)
                        .query(String.class)
                        .list();

        assertThat(bare).isEmpty();
    }

    private long count(Verb verb) {
        return db.sql("select count(*) from audit.act where county = :county and verb = :verb")
                .param("county", COUNTY)
                .param("verb", verb.name())
                .query(Long.class)
                .single();
    }
}
