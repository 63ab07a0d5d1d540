package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.duty.DutyLists;
import wanhu.duty.NewEdition;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The duty lists beside the form of a dispatch. */
@BrowserTest
class DutyPickTest {
    private static final String LISTS =
            """
            编号,清单,事项,牵头部门,上级部门职责,乡镇职责,法律依据,诉求类别
            S01,收回,架设和抢修农村供电线路,农电局,组织实施,,中华人民共和国电力法,farm.power
            P01,配合,农田机井通电工程的用地协调,农电局,立项和施工,协调占地,土地管理法,farm.power
            J01,基本,登记停电户数并上报,,,入户登记,乡镇工作条例,farm.power
            J02,基本,调解邻里纠纷,,,,人民调解法,dispute
            """;

    private static int next = 151_400;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired DutyLists lists;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @TempDir Path folder;

    private int county;
    private Unit village;
    private Actor clerk;

    @BeforeEach
    void aTownshipWithLists() throws IOException {
        county = ++next;
        var root = staff.county(county);
        staff.below(root, UnitKind.DEPARTMENT, "农电局");
        var township = staff.below(root, UnitKind.TOWNSHIP, "清单镇" + county);
        village = staff.below(township, UnitKind.VILLAGE, "清单村");
        clerk = staff.actor(Role.VILLAGE_CLERK, village);
        var file = folder.resolve("lists.csv");
        Files.writeString(file, LISTS);
        var from = LocalDate.parse("2026-01-01");
        lists.load(county, file, new NewEdition("清单", "", from, false, null, "系统"));
    }

    private Matter admitted() {
        var content =
                new Report.Content(
                        Kind.HELP, "farm.power", Channel.PHONE, false, "机井没有电", "两千亩地没有电。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
        var told =
                new Report(
                        county,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant());
        var matter = matters.get(county, reports.report(null, told).matter());
        return matters.take(new By.Staff(clerk), Taking.of(matter, new Step.Admit(null)));
    }

    @Test
    void theItemsOfTheCategoryStandBesideTheFormAndOneIsChosen(Browsers browsers) {
        var matter = admitted();
        Tab tab = enter(browsers.desktop());

        tab.open("/matters/" + matter.number() + "?step=Dispatch");
        assertThat(tab.text()).contains("对应的有 3 项", "架设和抢修农村供电线路", "农电局", "电力法");
        tab.page().locator("#f-Dispatch-instruction").fill("先看现场");
        tab.page().locator("#duty-P01").click();
        tab.page().locator("#f-Dispatch-dutyItem[value=P01]").waitFor();

        assertThat(tab.page().locator("#f-Dispatch-instruction").inputValue()).isEqualTo("先看现场");
        assertThat(tab.page().url()).doesNotContain("/steps/");
        tab.screenshot("duty-beside").accessible();
    }

    @Test
    void withoutAScriptASearchKeepsWhatWasTyped(Browsers browsers) {
        var matter = admitted();
        Tab tab = enter(browsers.phoneWithoutScript());

        tab.open("/matters/" + matter.number() + "?step=Dispatch");
        tab.page().locator("#f-Dispatch-instruction").fill("先看现场");
        tab.page().locator("#f-Dispatch-dutyText").fill("纠纷");
        tab.press("查清单");

        assertThat(tab.text()).contains("找到 1 项", "调解邻里纠纷");
        tab.page().locator("#duty-J02").click();
        assertThat(tab.page().locator("#f-Dispatch-dutyItem").inputValue()).isEqualTo("J02");
        assertThat(tab.page().locator("#f-Dispatch-instruction").inputValue()).isEqualTo("先看现场");
        assertThat(matters.get(county, matter.id()).version()).isEqualTo(matter.version());
        tab.screenshot("duty-beside");
    }

    @Test
    void theNameOfACategoryANumberADepartmentOrALawFindsItems(Browsers browsers) {
        var matter = admitted();
        Tab tab = enter(browsers.desktop());

        for (String[] each :
                new String[][] {
                    {"农田用电", "找到 3 项"}, {"s01", "找到 1 项"}, {"农电局", "找到 2 项"}, {"土地管理法", "找到 1 项"}
                }) {
            tab.open("/matters/" + matter.number() + "?step=Dispatch");
            tab.page().locator("#f-Dispatch-dutyText").fill(each[0]);
            tab.press("查清单");
            tab.page().locator("#duty").getByText(each[1]).waitFor();
        }
    }

    private Tab enter(Tab tab) {
        tab.open("/sign-in");
        tab.page()
                .locator("form:has(input[value='" + clerk.post() + "']) button")
                .or(tab.page().locator("button[value='" + clerk.post() + "']"))
                .first()
                .click();
        return tab;
    }
}
