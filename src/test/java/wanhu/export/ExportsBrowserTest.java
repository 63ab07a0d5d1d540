package wanhu.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Large exports on their page: what waits, what was decided, what can be taken. */
@BrowserTest
class ExportsBrowserTest {
    private static final int COUNTY = 154835;

    @Autowired Exports exports;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private static Wish wish(String filters, String told, int rows) {
        return new Wish("matters", filters, told, rows);
    }

    private Tab enter(Tab tab, Role role, Unit township) {
        var post = staff.actor(role, township).post();
        tab.open("/sign-in").page().locator("button[value='" + post + "']").click();
        return tab;
    }

    private void asked(Unit township) {
        clock.set("2026-08-05T09:00");
        var clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
        var leader = staff.actor(Role.LEADER, township);
        exports.ask(clerk, wish("lens=AREA&q=old", "辖区事项，查找“旧账”", 1_200), "放假前问的，没有人审批。");
        clock.advance(Duration.ofDays(8));
        var no = exports.ask(clerk, wish("lens=AREA", "辖区事项，全部", 48_000), "备份用。");
        exports.decide(leader, no, false, "备份由系统管理员做，不需要导出个人信息。");
        var yes = exports.ask(clerk, wish("lens=AREA&kind=HELP", "辖区事项，求助", 5_230), "年终汇总，报县里。");
        exports.decide(leader, yes, true, "");
        clock.advance(Duration.ofHours(5));
        var why = "镇人大代表视察前核对每户的诉求，要按嘎查村排好，" + "只看未办结的，看完即删，不外传。".repeat(3);
        exports.ask(
                clerk,
                wish("lens=AREA&q=road&stage=IN_PROGRESS", "辖区事项，类别：道路与照明、正在办理、查找“桥头”", 1_730),
                why);
        exports.ask(clerk, wish("lens=AREA&q=water", "辖区事项，查找“水”", 2_004), "抗旱。");
    }

    @Test
    void whatWaitsWasGrantedOrRefusedIsReadAtADeskAndOnAPhone(Browsers browsers) {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "导出镇");
        asked(township);
        for (Tab tab : List.of(browsers.desktop(), browsers.phone())) {
            assertThat(
                            enter(tab, Role.LEADER, township)
                                    .open("/exports")
                                    .accessible()
                                    .screenshot("exports-others")
                                    .text())
                    .containsSubsequence("前未审批即作废", "抗旱。", "已审批或已过期的申请", "放假前问的")
                    .contains("备份由系统管理员做", "已同意");
        }
        for (Tab tab : List.of(browsers.desktop(), browsers.phone())) {
            assertThat(
                            enter(tab, Role.TOWNSHIP_CLERK, township)
                                    .open("/exports")
                                    .accessible()
                                    .screenshot("exports-own")
                                    .text())
                    .contains("导出 Excel", "备份由系统管理员做");
        }
    }
}
