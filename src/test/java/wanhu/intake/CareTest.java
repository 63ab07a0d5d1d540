package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
import wanhu.base.Wall;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Requester;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.vault.PrivacyNotices;

/**
 * Which notice somebody was shown, and what is taken of a child under 14 (PIPL, articles 17 and 31;
 * attacks S40 and S42).
 */
@WanhuTest
class CareTest {
    private static final int COUNTY = 150988;
    private static final Pattern CODE = Pattern.compile("/m/(\\d{12})/receipt");

    @Autowired Web web;
    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired Matters matters;
    @Autowired PrivacyNotices notices;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit village;
    private Visitor visitor;

    @BeforeEach
    void places() {
        clock.set("2026-08-03T09:00:00");
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        visitor = web.visitor();
        visitor.get("/report/text?place=" + village.code() + "&category=farm.power");
    }

    private String[] form(String... changes) {
        var form =
                new ArrayList<>(
                        List.of(
                                "command", Ids.next().toString(),
                                "place", village.code(),
                                "category", "farm.power",
                                "kind", "HELP",
                                "text", "村东头两千亩地一直没有通电。",
                                "publish", "true",
                                "notice", "" + notices.now().number()));
        for (int at = 0; at < changes.length; at += 2) {
            int known = form.indexOf(changes[at]);
            if (known >= 0) {
                form.set(known + 1, changes[at + 1]);
            } else {
                form.addAll(List.of(changes[at], changes[at + 1]));
            }
        }
        return form.toArray(String[]::new);
    }

    private String send(String... changes) {
        var sent = visitor.post("/report/send", form(changes));
        var code = CODE.matcher(sent.location().orElseThrow());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private Requester requester(String code) {
        return reports.byCode(code).orElseThrow();
    }

    private Matter matter(String code) {
        return matters.get(COUNTY, requester(code).matter());
    }

    @Test
    void keepsWhichVersionOfTheNoticeStoodOnTheForm() {
        var shown = visitor.get("/report/text?place=" + village.code() + "&category=farm.power");
        var code = send("phone", "13800138000");

        assertThat(shown.body()).contains("第 2 版", "name=\"notice\" value=\"2\"");
        assertThat(requester(code).care().notice()).isEqualTo(2);
        assertThat(visitor.get("/m/" + code).body()).doesNotContain("个人信息告知有更新");
    }

    @Test
    void aFormWithAnOlderNoticeIsShownAgainWithTheNewOne() {
        var again = visitor.post("/report/send", form("phone", "13800138000", "notice", "1"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("个人信息告知刚刚更新", "id=\"f-notice\" open");
    }

    @Test
    void whoComesAgainAfterAChangeReadsTheNewNoticeAndItIsNoted() {
        var code = send("phone", "13800138000");
        Wall.whole(() ->
                db.sql("update matter.requester set notice = 1 where county = :c and id = :id")
                        .param("c", COUNTY)
                        .param("id", requester(code).id())
                        .update());

        var page = visitor.get("/m/" + code);
        var seen = visitor.post("/m/" + code + "/data/notice", "notice", "2");

        assertThat(page.body()).contains("个人信息告知有更新", "我看过了");
        assertThat(visitor.follow(seen).body()).doesNotContain("个人信息告知有更新");
        assertThat(requester(code).care().notice()).isEqualTo(2);
        assertThat(visitor.get("/m/" + code + "/data").body()).contains("第 2 版");
    }

    @Test
    void everyVersionStaysReadable() {
        assertThat(web.visitor().get("/open/privacy").body()).contains("第 2 版", "现行", "不作他用", "起用");
        assertThat(web.visitor().get("/open/personal-data").body())
                .contains("现行告知是第 2 版", "可以用于：核实情况");
    }

    @Test
    void aChildsNameAndPhoneAreNotTakenWithoutAGuardian() {
        var refused = visitor.post("/report/send", form("child", "true", "phone", "13800138000"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请把称呼和电话留空");
    }

    @Test
    void aChildsMatterIsTakenWithoutPersonalDataAndNotPublished() {
        var code = send("child", "true");
        var added =
                visitor.post("/m/" + code + "/data/contact", "name", "小明", "phone", "13800138000");

        assertThat(requester(code))
                .satisfies(
                        child -> assertThat(child.care().child()).isTrue(),
                        child -> assertThat(child.name()).isNull(),
                        child -> assertThat(child.phone()).isNull());
        assertThat(matter(code).about().privacy().publishable()).isFalse();
        assertThat(added.status()).isIn(409, 422);
        assertThat(requester(code).phone()).isNull();
    }

    @Test
    void aGuardiansContactIsKeptAndWhollyHiddenUntilSomebodySaysWhy() {
        var code = send("child", "true", "guardian", "true", "name", "王建国", "phone", "13800138000");
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        var page = clerk.get("/matters/" + matter(code).number());

        assertThat(requester(code).care().guardian()).isTrue();
        assertThat(page.body()).contains("涉及未满 14 周岁，联系监护人", "***").doesNotContain("王*", "138****");
        var plain =
                clerk.post(
                        "/matters/" + matter(code).number() + "/contact",
                        "requester",
                        requester(code).id().toString(),
                        "use",
                        "CHECK_FACTS",
                        "purpose",
                        "联系监护人核实");
        assertThat(plain.body()).contains("王建国", "13800138000");
    }

    @Test
    void aGuardianWhoAgreesLeavesAPhone() {
        var refused = visitor.post("/report/send", form("child", "true", "guardian", "true"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请留监护人的电话");
    }

    @Test
    void whatIsNotDeclaredIsNotShown() {
        var code = send("phone", "13800138000");
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        clerk.get("/matters/" + matter(code).number());

        for (String use : List.of("", "MARKETING", "OVERSEE")) {
            var answer =
                    clerk.post(
                            "/matters/" + matter(code).number() + "/contact",
                            "requester",
                            requester(code).id().toString(),
                            "use",
                            use,
                            "purpose",
                            "想看看");
            assertThat(answer.body()).doesNotContain("13800138000");
            assertThat(answer.status()).isBetween(400, 499);
        }
    }

    @Test
    void noDayOfBirthIsKeptAnywhere() {
        assertThat(
                        db.sql(
                                        """
                                        select table_schema || '.' || table_name || '.' || column_name
                                        from information_schema.columns
                                        where column_name ~ '(birth|identity|(^|_)age($|_))'
                                          and table_schema not in ('pg_catalog', 'information_schema')
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
