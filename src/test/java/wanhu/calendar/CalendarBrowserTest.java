package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.people.Staff;

/** What an administrator does in November: hears the alarm, checks the notice, imports it. */
@BrowserTest
class CalendarBrowserTest {
    @Autowired private Staff staff;
    @Autowired private TestClock clock;

    @Test
    void importsTheNoticeOfTheNextYear(Browsers browsers) {
        clock.set("2026-11-22T09:00");
        var tab = signedIn(browsers.desktop(), admin(150991));

        tab.open("/admin/calendar").accessible().screenshot("calendar-year");
        assertThat(tab.text()).contains("2027 年的节假日安排尚未导入");
        tab.open("/admin/calendar/import")
                .fill("或者把内容粘贴在这里", NoticeReaderTest.YEAR_2027 + "2027-13-01,元旦,放假");
        tab.press("检查").accessible().screenshot("calendar-fault");
        tab.fill("或者把内容粘贴在这里", NoticeReaderTest.YEAR_2027)
                .press("检查")
                .accessible()
                .screenshot("calendar-check");
        tab.fill("依据文件", "国办发明电〔2026〕9号").press("确认导入 2027 年");

        tab.accessible().screenshot("calendar-imported");
        assertThat(tab.text()).contains("节假日安排已导入").doesNotContain("尚未导入");
    }

    @Test
    void setsADayOfTheCountyOnAPhoneWithoutScript(Browsers browsers) {
        var tab = signedIn(browsers.phoneWithoutScript(), admin(150992));

        tab.open("/admin/calendar/days").fill("日期", "2026-08-14").fill("名称", "那达慕");
        tab.fill("依据文件", "库政发〔2026〕8号").press("保存");

        assertThat(tab.text()).contains("已保存", "那达慕");
        tab.screenshot("calendar-days");
        tab.open("/admin/calendar").screenshot("calendar-year");
    }

    @Test
    void canBeUsedByEverybody(Browsers browsers) {
        var admin = admin(150993);
        for (Tab tab : List.of(browsers.phone(), browsers.desktop())) {
            signedIn(tab, admin);
            tab.open("/admin/calendar").accessible().screenshot("calendar-plain");
            tab.open("/admin/calendar/days").accessible().screenshot("calendar-days");
            tab.open("/admin/calendar/hours").accessible().screenshot("calendar-hours");
            tab.open("/admin/calendar/import").accessible().screenshot("calendar-import");
            tab.open("/admin/rules").accessible().screenshot("law-rules");
            tab.open("/admin/rules/FINISH_HELP").accessible();
            tab.fill("数值", "61").page().locator("select[name=unit]").selectOption("d");
            tab.fill("依据文件", "库政办发〔2026〕12号").press("保存为新版本");
            tab.accessible().screenshot("law-weaker");
            assertThat(tab.text()).contains("不能设为 61 日", "《信访工作条例》第34条");
        }
    }

    private static Tab signedIn(Tab tab, Actor actor) {
        tab.open("/sign-in").page().locator("button[value='" + actor.post() + "']").click();
        return tab;
    }

    private Actor admin(int county) {
        return staff.actor(Role.ADMIN, staff.county(county));
    }
}
