package wanhu.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** S42: somebody lost data, and has to tell by when, whom, how many and what. */
@WanhuTest
class IncidentPagesTest {
    private static final int COUNTY = 150890;

    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit county;
    private Unit township;
    private Unit village;
    private Visitor security;

    @BeforeEach
    void offices() {
        clock.set("2026-08-17T09:00");
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "泄露镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "泄露村");
        security = staff.as(Role.SECURITY, county);
    }

    private Receipt told(@Nullable String name, @Nullable String phone, boolean child) {
        var care = new Report.Care(2, child, child);
        var contact = new Report.Contact(name, phone, name == null, false, false, false, care);
        return reports.report(
                null,
                new Report(
                        COUNTY,
                        Ids.next(),
                        new Report.Content(
                                Kind.SUGGESTION, "farm", Channel.WEB, false, "路不平", "路不平。"),
                        village.id(),
                        "",
                        null,
                        contact,
                        clock.instant()));
    }

    private void look(Receipt receipt) {
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        clerk.get("/matters/" + receipt.number());
        clerk.post(
                "/matters/" + receipt.number() + "/contact",
                "requester",
                reports.byCode(receipt.code()).orElseThrow().id().toString(),
                "use",
                "CHECK_FACTS",
                "purpose",
                "核实");
    }

    private Visitor.Answer open(String... changes) {
        var form =
                new ArrayList<>(
                        List.of(
                                "title", "乡镇手机丢失",
                                "what", "LEAKED",
                                "found", "2026-08-17T08:00",
                                "from", "2026-08-16",
                                "until", "2026-08-17",
                                "kinds", "REQUESTER_PHONE",
                                "units", township.code(),
                                "contact", "0483-8880000"));
        for (int at = 0; at < changes.length; at += 2) {
            int known = form.indexOf(changes[at]);
            form.set(known + 1, changes[at + 1]);
        }
        security.get("/admin/incidents/new");
        return security.post("/admin/incidents/new", form.toArray(String[]::new));
    }

    private static String path(Visitor.Answer opened) {
        return opened.location().orElseThrow().replaceFirst("\\?.*", "");
    }

    @Test
    void countsWhoIsConcernedAndDraftsReportAndNoticeWithTheDeadline() {
        look(told("白大娘", "13800138000", false));
        told("白大娘", "13800138000", false);
        told("监护人", "13800138001", true);
        told(null, null, false);

        var opened = open();
        var page = security.follow(opened).body();

        assertThat(page)
                .contains("已登记并起草", "2026-08-17 12:00", "国家网络安全事件报告管理办法")
                .contains("涉及 2 人；有称呼或电话的 2 人，未满 14 周岁的 1 人；关联事项 4 件")
                .contains("查看完整称呼、电话 2 次（1 个岗位）", "可能泄露", "联系电话", "泄露镇")
                .contains("96110", "0483-8880000", "个人信息保护法》第五十七条", "（请填写）")
                .doesNotContain("白大娘", "13800138000", "路不平");
    }

    @Test
    void ofTextsEverybodyWhoToldIsConcerned() {
        told("白大娘", "13800138000", false);
        told(null, null, false);

        assertThat(security.follow(open("kinds", "MATTER_TEXT")).body())
                .contains("涉及 2 人；有称呼或电话的 1 人");
    }

    @Test
    void aPersonEditsVersionsStayAndNothingIsSent() {
        var path = path(open());
        security.get(path);
        var kept =
                security.post(
                        path + "/draft", "version", "1", "report", "改过的报告", "notice", "改过的告知");
        var late = security.post(path + "/draft", "version", "1", "report", "又一个", "notice", "又一个");

        assertThat(security.follow(kept).body()).contains("第 2 稿", "改过的报告", "第 1 稿");
        assertThat(late.status()).isEqualTo(409);
        assertThat(security.get(path + "/print?text=report&version=2").body())
                .contains("改过的报告", "第 2 稿");
        assertThat(security.get(path + "/print?text=notice&version=1").body())
                .contains("个人信息安全事件告知书");
        assertThat(
                        db.sql("select count(*) from message.outbox where county = :county")
                                .param("county", COUNTY)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void everyPageRemindsUntilItIsReportedAndTheRecordKeepsEachStep() {
        var path = path(open());
        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(security.get("/admin/incidents").body()).contains("还没有报告，最迟", "乡镇手机丢失");
        assertThat(security.post(path + "/done", "done", "CLOSED").status()).isEqualTo(422);

        security.post(path + "/done", "done", "REPORTED");
        security.post(path + "/done", "done", "TOLD");
        var closed = security.post(path + "/done", "done", "CLOSED");

        assertThat(security.follow(closed).body()).contains("已于 2026-08-17 09:00 报告");
        assertThat(security.post(path + "/count").status()).isEqualTo(409);
        assertThat(
                        db.sql(
                                        """
                                        select substring(facts from '"step":"([a-z]+)"')
                                        from audit.act
                                        where county = :county and verb = 'BREACH_HANDLED' and object = :id
                                        order by id
                                        """)
                                .param("county", COUNTY)
                                .param("id", id)
                                .query(String.class)
                                .list())
                .containsExactly("opened", "reported", "told", "closed");
    }

    @Test
    void whatIsMissingIsSaidAndNobodyElseOpensOne() {
        assertThat(open("found", "2026-08-18T08:00").body()).contains("请填写发现时间，不能晚于现在");
        assertThat(open("contact", " ").body()).contains("请填写联系方式");
        assertThat(staff.as(Role.ADMIN, county).get("/admin/incidents").status()).isEqualTo(403);
        assertThat(staff.as(Role.COUNTY_CLERK, county).get("/admin/incidents").status())
                .isEqualTo(403);
    }
}
