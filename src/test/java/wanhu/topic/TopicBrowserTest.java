package wanhu.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** From what many tell to a monthly topic that a unit leads by a plan. */
@BrowserTest
class TopicBrowserTest {
    private static final int COUNTY = 154843;

    @Autowired Staff staff;
    @Autowired Residents residents;

    private void told(Unit village) {
        for (int at = 0; at < 6; at++) {
            residents.told(
                    village,
                    Residents.help("water.heat", "社区暖气不热", "室温只有十四度，楼上楼下都不热。"),
                    new Report.Contact("某人", "1380014000" + at, false, false, true, true));
        }
    }

    private Tab enter(Tab tab, Unit county) {
        var post = staff.actor(Role.COUNTY_CLERK, county).post();
        tab.open("/sign-in").page().locator("button[value='" + post + "']").click();
        return tab;
    }

    @Test
    void aTopicBecomesAMonthlyTopicWithOwnerAndPlan(Browsers browsers) {
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "暖镇");
        staff.below(county, UnitKind.DEPARTMENT, "住建局");
        told(staff.below(township, UnitKind.VILLAGE, "暖村"));

        var tab = enter(browsers.desktop(), county);
        tab.open("/topics").accessible();
        assertThat(tab.text()).contains("社区暖气", "导出 Excel");
        tab.page().locator("td.lead-cell a").first().click();
        assertThat(tab.accessible().text()).contains("暖村");
        tab.page().locator("a[href^='/topics/monthly/new']").click();
        tab.page().selectOption("#f-owner", new SelectOption().setLabel("住建局"));
        tab.page().fill("#f-plan", "先查换热站，再换老管。");
        tab.page().fill("#f-target", "室温不低于十八度");
        tab.page().fill("#f-step-0", "查完换热站");
        tab.page().fill("#f-due-0", "2026-08-20");
        tab.page().locator("main form button.main").click();

        assertThat(tab.accessible().text()).contains("住建局", "先查换热站", "室温不低于十八度", "查完换热站");
    }
}
