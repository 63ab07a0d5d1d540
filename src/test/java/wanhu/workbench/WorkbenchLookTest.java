package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** The pages of the workbench in a browser: on a phone and at a desk, for everybody. */
@BrowserTest
class WorkbenchLookTest {
    private static final int COUNTY = 150933;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit power;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township =
                staff.below(
                        county, UnitKind.TOWNSHIP, "六家子镇" + Ids.next().toString().substring(30));
        village = staff.below(township, UnitKind.GACHA, "阿拉坦额莫勒·乌兰图嘎嘎查");
        power =
                staff.below(
                        county, UnitKind.DEPARTMENT, "农电局" + Ids.next().toString().substring(30));
    }

    private Matter told(String title, Kind kind) {
        var content =
                new Report.Content(
                        kind,
                        "farm.power",
                        Channel.WEB,
                        false,
                        title,
                        "两千亩耕地没有通电，浇地只能用柴油机，一亩地多花四十块钱。村里问过电工，说要架两公里线。");
        var contact = new Report.Contact("阿拉坦·其其格", "13800138000", false, false, true, true);
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东三里",
                        null,
                        contact,
                        clock.instant());
        return matters.get(COUNTY, reports.report(null, report).matter());
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private Matter raised(String title) {
        var matter =
                take(Role.VILLAGE_CLERK, village, told(title, Kind.HELP), new Step.TakeOn("入户看过"));
        return take(
                Role.VILLAGE_CLERK,
                village,
                matter,
                new Step.Escalate(Reason.Escalate.NO_MONEY, "村里筹了一部分，不够。", null));
    }

    private static Tab enter(Tab tab, Actor actor) {
        enter(tab, actor.post());
        return tab;
    }

    private static void enter(Tab tab, UUID post) {
        tab.open("/sign-in");
        tab.page()
                .locator("form:has(input[value='" + post + "']) button")
                .or(tab.page().locator("button[value='" + post + "']"))
                .first()
                .click();
    }

    private void look(Tab tab, String name, String path) {
        tab.open(path).screenshot("workbench-" + name).accessible();
    }

    @Test
    void aVillageDoesAllOnAPhoneAndTheTownshipAtADesk(Browsers browsers) {
        told("路灯不亮", Kind.COMPLAINT);
        told("医保怎么交", Kind.INQUIRY);
        clock.set("2026-08-04T08:00");
        var matter = told("两千亩耕地没有通电", Kind.HELP);
        raised("村部到学校的桥面破损，孩子上学要绕行五公里");
        var clerk = staff.actor(Role.VILLAGE_CLERK, village);
        for (var tab : List.of(browsers.phone(), browsers.desktop())) {
            enter(tab, clerk);
            look(tab, "desk", "/desk");
            look(tab, "list", "/matters?lens=AREA");
            look(tab, "matter", "/matters/" + matter.number());
            look(tab, "escalate", "/matters/" + matter.number() + "?step=Escalate");
            look(tab, "figures", "/figures");
            look(tab, "print", "/matters/" + matter.number() + "/print");
            look(tab, "phrases", "/phrases");
        }
    }

    @Test
    void theCountyDispatchesWithCoHandlers(Browsers browsers) {
        var matter =
                take(
                        Role.TOWNSHIP_CLERK,
                        township,
                        raised("两千亩耕地没有通电"),
                        new Step.Escalate(Reason.Escalate.SEVERAL_UNITS, "镇里勘查过", null));
        var petition =
                staff.below(
                        county, UnitKind.DEPARTMENT, "信访局" + Ids.next().toString().substring(30));
        var tab = enter(browsers.desktop(), staff.actor(Role.COUNTY_CLERK, county));
        look(tab, "dispatch", "/matters/" + matter.number());
        look(
                enter(browsers.phone(), staff.actor(Role.COUNTY_CLERK, county)),
                "dispatch",
                "/matters/" + matter.number());

        tab.page().selectOption("select[name='Dispatch-to']", power.id().toString());
        tab.fill("办理要求", "请两个工作日内勘查。");
        tab.press("派单");
        assertThat(tab.text()).contains("已办理", power.name());

        var part = new Step.CoHandler(petition.id(), petition.path(), Term.parse("2d"));
        var second =
                take(
                        Role.TOWNSHIP_CLERK,
                        township,
                        raised("机井坏了"),
                        new Step.Escalate(Reason.Escalate.SEVERAL_UNITS, "看过", null));
        var sent =
                take(
                        Role.COUNTY_CLERK,
                        county,
                        second,
                        new Step.Dispatch(
                                Hold.of(units.tree(COUNTY), power.id()),
                                List.of(part),
                                null,
                                null,
                                "请办"));
        look(tab, "sent", "/matters/" + sent.number());
        look(tab, "county-figures", "/figures");
        look(tab, "county-list", "/matters?lens=BELOW");
    }

    @Test
    void whoComesSecondSeesWhatChangedAndTheOwnText(Browsers browsers) {
        var matter = told("路灯不亮", Kind.HELP);
        var tab = enter(browsers.phone(), staff.actor(Role.VILLAGE_CLERK, village));
        tab.open("/matters/" + matter.number() + "?step=Remark");
        tab.fill("说明", "我写了很久的话·𬭎");
        take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn("先接了"));
        tab.press("办理备注");

        tab.screenshot("workbench-stale");
        assertThat(tab.text()).contains("刚被别人办理过", "受理自办");
        assertThat(tab.page().inputValue("textarea[name='Remark-note']")).isEqualTo("我写了很久的话·𬭎");
    }
}
