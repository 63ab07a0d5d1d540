package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.life.Reason;

/** A meeting in a browser: on a phone in the village, on the projector of the township. */
@BrowserTest
class MeetingBrowserTest {
    @Autowired County county;
    @Autowired Decisions decisions;
    @Autowired Rounds rounds;
    @Autowired RoundTick tick;
    @Autowired TestClock clock;

    private County.Place place;

    @BeforeEach
    void units() {
        clock.set("2026-08-18T09:00");
        place = county.place();
        tick.run();
    }

    private static Tab enter(Tab tab, Actor clerk) {
        tab.open("/sign-in");
        tab.page().click("button[value='" + clerk.post() + "']");
        return tab;
    }

    @Test
    void aVillageMeetsOnAPhone(Browsers browsers) {
        county.told(place.village());
        county.told(place.village());
        var phone = enter(browsers.phone(), county.villageClerk(place));
        phone.open("/rounds").accessible().screenshot("rounds");
        phone.press("看议程").accessible().screenshot("round-open");
        phone.press("开始开会，锁定议程").accessible().screenshot("round-frozen");
        phone.press("研究第 1 件").accessible().screenshot("round-item");
        phone.page().click("summary:has-text('上报')");
        phone.page().selectOption("#f-reason", "NO_MONEY");
        phone.fill("本级做过什么", "问过电工，村里筹款不够。").screenshot("round-item-raise");
        phone.press("决定上报");
        phone.page().click("summary:has-text('即办')");
        phone.press("定为即办").accessible().screenshot("round-decided");
        phone.fill("主持人", "包志强").fill("其他出席人员", "包志强 党支部书记\n白玉兰 委员");
        phone.press("散会，生成纪要").accessible().screenshot("round-held");

        assertThat(phone.page().inputValue("#f-text")).contains("本级无力解决", "由本级即办");
        phone.press("打印纪要").accessible().screenshot("round-minutes");
        assertThat(sheets(phone)).isEqualTo(1);
    }

    /** Sheets of A4 that the printer gives out. */
    private static long sheets(Tab tab) {
        var sheet = new Page.PdfOptions().setPreferCSSPageSize(true);
        var printed = new String(tab.page().pdf(sheet), StandardCharsets.ISO_8859_1);
        return Pattern.compile("/Type\\s*/Page\\b").matcher(printed).results().count();
    }

    @Test
    void approvedMinutesBecomeANumberedLetter(Browsers browsers) {
        var matter = county.told(place.village());
        var clerk = county.villageClerk(place);
        var meeting = county.running(place.village()).getFirst();
        rounds.begin(clerk, meeting.id());
        var plan = new Decision.Plan(LocalDate.parse("2026-09-30"), "联系电工架线");
        decisions.decide(clerk, meeting.id(), matter.id(), plan);
        rounds.finish(clerk, meeting.id(), County.seat());

        var desk = enter(browsers.desktop(), clerk).open("/rounds/" + meeting.id() + "/minutes");
        assertThat(desk.text()).contains("纪要还没有审定").doesNotContain("印发会议纪要");
        rounds.approve(clerk, meeting.id());
        desk.open("/rounds/" + meeting.id() + "/minutes").press("印发会议纪要");
        desk.accessible().screenshot("minutes-form").press("预览").accessible();
        assertThat(desk.screenshot("minutes-look").text()).contains("纪要（2026年第34周）", "没有发现需要再看的地方");
        desk.press("正式发文").accessible().screenshot("minutes-letter");

        assertThat(desk.text()).contains("已发文", "九家子村纪〔2026〕1号", "2026年9月30日前办结", "包志强（党支部书记）");
        assertThat(desk.download("下载 DOCX")).isNotEmptyFile();
        desk.open("/rounds/" + meeting.id() + "/minutes").press("印发会议纪要");
        assertThat(desk.text()).contains("就同一事项已经发过", "九家子村纪〔2026〕1号");
    }

    @Test
    void aTownshipSeesWhatIsRaisedWhatIsUrgentAndWhoDidNotMeet(Browsers browsers) {
        var raised = county.told(place.village());
        var urgent = county.told(place.village());
        var clerk = county.villageClerk(place);
        var meeting = county.running(place.village()).getFirst();
        rounds.begin(clerk, meeting.id());
        decisions.decide(
                clerk,
                meeting.id(),
                raised.id(),
                new Decision.Raise(Reason.Escalate.NO_MONEY, "问过电工", null));
        decisions.decide(
                clerk,
                meeting.id(),
                urgent.id(),
                new Decision.RaiseUrgently(Reason.Urgent.DANGER, "电线垂到路上"));
        clock.set("2026-08-24T09:00");
        tick.run();
        clock.set("2026-08-31T09:00");
        tick.run();

        var desk = enter(browsers.desktop(), county.townshipClerk(place));
        desk.open("/rounds").accessible().screenshot("rounds-township");
        assertThat(desk.text()).contains("紧急提级", "周提示");
        desk.press("逐件研究").accessible().screenshot("round-township");
        desk.press("研究第 1 件").accessible().screenshot("round-item-township");
        for (String path : List.of("/rounds/urgent", "/rounds/urgent/" + urgent.id())) {
            desk.open(path).accessible().screenshot("urgent" + path.length());
        }
        enter(browsers.phone(), county.townshipClerk(place))
                .open("/rounds")
                .accessible()
                .screenshot("rounds-township");
    }

    @Test
    void aCountySeesTheFlowAndItsKindsOfMeetings(Browsers browsers) {
        county.told(place.village());
        for (Tab tab : List.of(browsers.desktop(), browsers.phone())) {
            enter(tab, county.countyClerk(place));
            tab.open("/flow").accessible().screenshot("flow");
            tab.open("/flow/VILLAGE/NEW").accessible().screenshot("flow-behind");
            tab.open("/round-kinds").accessible().screenshot("round-kinds");
            tab.open("/round-kinds/TOWNSHIP_MONTHLY").accessible().screenshot("round-kind");
        }
    }
}
