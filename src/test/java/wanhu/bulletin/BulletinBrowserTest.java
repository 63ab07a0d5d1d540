package wanhu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Role;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A bulletin in a browser: from the list to the page of the public, and on to its correction. */
@BrowserTest
class BulletinBrowserTest {
    private static final int COUNTY = 154820;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Unit county;

    private void told(String category, int count) {
        var township = staff.below(county, UnitKind.TOWNSHIP, "刊镇");
        var village = staff.below(township, UnitKind.VILLAGE, "刊村");
        for (int at = 0; at < count; at++) {
            residents.told(village, Residents.help(category, "一件事", ""), Report.Contact.NONE);
        }
    }

    private Tab enter(Tab tab, Role role) {
        var post = staff.actor(role, county).post();
        tab.open("/sign-in").page().locator("button[value='" + post + "']").click();
        return tab;
    }

    /** Somebody else's counting is not ready yet. */
    private void whileCounting(Runnable act) {
        transaction.executeWithoutResult(_ -> {
            db.sql("select county from rate.fold where county = :county for update")
                    .param("county", COUNTY)
                    .query(Integer.class)
                    .single();
            act.run();
        });
    }

    @BeforeEach
    void people() {
        clock.set("2026-08-05T09:00");
        county = staff.county(COUNTY);
    }

    @Test
    void aMonthGoesFromTheListToThePublicWithoutSmallCountsAndIsCorrected(Browsers browsers) {
        told("farm", 9);
        told("road", 6);
        told("water", 2);
        clock.set("2026-09-01T09:00");

        var desk = enter(browsers.desktop(), Role.COUNTY_CLERK);
        desk.open("/bulletins").accessible().screenshot("bulletins");
        desk.page().locator("a[href*='/bulletins/new?kind=MONTH']").click();
        whileCounting(() -> desk.press("取数起草"));
        assertThat(desk.text()).contains("正在统计，请过一分钟再试");
        desk.press("取数起草").arrive("**/edit*").accessible().screenshot("bulletin-edit");
        desk.fill("导语", "本月平稳。").press("保存");
        assertThat(desk.accessible().screenshot("bulletin").text()).contains("起草中", "本月平稳。", "口径");
        desk.press("送签");
        assertThat(desk.text()).contains("编写过本期的人不能签发");
        var path = desk.page().url().replaceFirst("\\?.*", "");

        var leader = enter(browsers.desktop(), Role.LEADER);
        released(leader, path);
        var phone = browsers.phone();
        phone.open("/open/bulletins?county=" + COUNTY).screenshot("bulletins-open");
        phone.page().locator("main .card a").click();
        assertThat(phone.accessible().screenshot("bulletin-open").text())
                .contains("本月平稳。", "不显示", "少于 5 件的数不显示")
                .doesNotContain("刊村", "经办");
        var cells = phone.page().locator("td.number").allInnerTexts();
        assertThat(cells).contains("9").doesNotContain("2", "6");

        desk.page().navigate(path);
        desk.press("起草更正版");
        desk.press("修改文字").fill("本版更正了什么", "导语改写。").press("保存").press("送签");
        released(leader, desk.page().url().replaceFirst("\\?.*", ""));
        phone.open("/open/bulletins?county=" + COUNTY).page().locator("main .card a").click();
        assertThat(phone.text()).contains("第 2 版更正说明", "导语改写。");
    }

    private static void released(Tab leader, String path) {
        leader.page().navigate(path);
        leader.page().getByLabel("同时在公开页发布").check();
        leader.press("签发");
        assertThat(leader.text()).contains("已签发", "已公开");
    }
}
