package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.Visitor;
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

/** The log of plain views, for those who watch over it and for those whose data it was. */
@BrowserTest
class ViewPagesTest {
    private static int next = 151_480;

    @Autowired Reports reports;
    @Autowired Views views;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Receipt receipt;

    @BeforeEach
    void aLook() {
        county = staff.county(++next);
        township = staff.below(county, UnitKind.TOWNSHIP, "查看镇" + next);
        village = staff.below(township, UnitKind.VILLAGE, "查看村");
        clock.set("2026-08-03T09:00");
        receipt = told();
        look("联系核实情况");
    }

    private Receipt told() {
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "机井没有电", "没有电。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
        return reports.report(
                null,
                new Report(
                        county.county(),
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant()));
    }

    private void look(String purpose) {
        var requester = reports.byCode(receipt.code()).orElseThrow();
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        clerk.get("/matters/" + receipt.number());
        clerk.post(
                "/matters/" + receipt.number() + "/contact",
                "requester",
                requester.id().toString(),
                "use",
                "CHECK_FACTS",
                "purpose",
                purpose);
    }

    private Visitor.Answer log(Role role, Unit unit, String query) {
        return staff.as(role, unit).get("/admin/views" + query);
    }

    @Test
    void whoLookedIsFoundByNamePostPurposeAndDay() {
        assertThat(log(Role.AUDITOR, county, "").body())
                .contains("联系核实情况", "查看村", "诉求人电话", "诉求人称呼")
                .doesNotContain("13800138000", "白玉兰");
        assertThat(log(Role.AUDITOR, county, "?who=核实").body()).contains("联系核实情况");
        assertThat(log(Role.AUDITOR, county, "?who=没有的人").body()).contains("没有符合条件的记录");
        assertThat(log(Role.AUDITOR, county, "?until=2026-08-02").body()).contains("没有符合条件的记录");
    }

    @Test
    void anAuditorReadsHerSubtreeAndAClerkNothing() {
        var other = staff.below(county, UnitKind.TOWNSHIP, "别的镇" + next);

        assertThat(log(Role.AUDITOR, township, "").body()).contains("联系核实情况");
        assertThat(log(Role.AUDITOR, other, "").body()).doesNotContain("联系核实情况");
        assertThat(log(Role.VILLAGE_CLERK, village, "").status()).isEqualTo(403);
    }

    @Test
    void aLongLogHasPages() {
        for (int each = 0; each < Views.VIEW_ROWS / 2; each++) {
            look("第 " + each + " 次核实");
        }
        var admin = staff.actor(Role.AUDITOR, county);
        var day = LocalDate.parse("2026-08-03");

        var first = views.list(admin, new Views.Asked("", day, day, new UUID(-1, -1)));

        assertThat(first).hasSize(Views.VIEW_ROWS + 1);
        var last = first.get(Views.VIEW_ROWS - 1).id();
        assertThat(views.list(admin, new Views.Asked("", day, day, last))).hasSize(2);
        assertThat(log(Role.AUDITOR, county, "").body()).contains("before=" + last);
    }

    @Test
    void theResidentSeesWhoLookedAtHerContact(Browsers browsers) {
        Tab phone = browsers.phone();
        phone.open("/m/" + receipt.code() + "/data").fill("您留的手机号的后四位", "8000");
        phone.press("打开我的事项");
        assertThat(phone.text()).contains("谁看过我的联系方式", "查看村", "用途：核实情况 · 联系核实情况");
        phone.screenshot("own-views").accessible();

        var admin = staff.actor(Role.AUDITOR, county);
        Tab desk = browsers.desktop();
        desk.open("/sign-in");
        desk.page()
                .locator("form:has(input[value='" + admin.post() + "']) button")
                .or(desk.page().locator("button[value='" + admin.post() + "']"))
                .first()
                .click();
        desk.open("/admin/views").screenshot("views").accessible();
    }
}
