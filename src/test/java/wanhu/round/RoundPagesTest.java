package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.matter.Matter;
import wanhu.people.Staff;

/** A village holds its weekly meeting on the pages, without JavaScript. */
@WanhuTest
class RoundPagesTest {
    @Autowired County county;
    @Autowired Staff staff;
    @Autowired Rounds rounds;
    @Autowired RoundTick tick;
    @Autowired TestClock clock;

    private County.Place place;
    private Visitor clerk;

    @BeforeEach
    void units() {
        clock.set("2026-08-18T09:00");
        place = county.place();
        tick.run();
        clerk = staff.as(Role.VILLAGE_CLERK, place.village());
    }

    private String meeting() {
        return "/rounds/" + county.running(place.village()).getFirst().id();
    }

    private String item(Matter matter) {
        return meeting() + "/items/" + matter.id();
    }

    @Test
    void theListOfThisWeekIsOnTheFirstPageOfMeetings() {
        county.told(place.village());

        assertThat(clerk.get("/rounds").body()).contains("村级民情碰头会 2026-W34", "现有 1 件待研究");
        assertThat(clerk.get(meeting()).body()).contains("耕地没有通电", "开始开会，锁定议程");
    }

    @Test
    void aMeetingIsHeldFromTheFirstItemToTheApprovedMinutes() {
        var matter = county.told(place.village());
        clerk.get(meeting());
        clerk.post(meeting() + "/begin");
        assertThat(clerk.get(item(matter)).body())
                .contains("两千亩地没有通电", "即办", "列入计划", "上报", "本次不议")
                .doesNotContain("交回下级");

        var decided =
                clerk.post(
                        item(matter),
                        "decision",
                        "RAISED",
                        "reason",
                        "NO_MONEY",
                        "tried",
                        "问过电工，筹款不够");
        assertThat(clerk.follow(decided).body()).contains("全部议题都有了决定", place.township().name());
        var ended =
                clerk.post(
                        meeting() + "/finish",
                        "host",
                        "包志强",
                        "recorder",
                        "白玉兰",
                        "others",
                        "包志强 书记\n白玉兰 委员");
        assertThat(clerk.follow(ended).body())
                .contains("已散会", "本级无力解决，上报" + place.township().name() + "。问过电工，筹款不够。");

        var meeting = meeting();
        clerk.post(meeting + "/approve");
        assertThat(clerk.get(meeting + "/minutes").body())
                .contains("会议纪要", "出席：包志强（书记）、白玉兰（委员）", "审定：");
    }

    @Test
    void whatWasTypedStaysWhenADecisionIsRefused() {
        var matter = county.told(place.village());
        clerk.get(meeting());
        clerk.post(meeting() + "/begin");
        clerk.get(item(matter));
        var refused =
                clerk.post(
                        item(matter),
                        "decision",
                        "PLANNED",
                        "until",
                        "2026-08-01",
                        "plan",
                        "联系电工，李主任负责");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("计划日期要在今天以后", "联系电工，李主任负责");
    }

    @Test
    void theTownshipAnswersThePromptOfAMissingMeeting() {
        clock.set("2026-08-24T00:01");
        tick.run();
        var township = staff.as(Role.TOWNSHIP_CLERK, place.township());
        var page = township.get("/rounds").body();
        assertThat(page).contains("周提示：1 次会没有按期开", "九家子村");

        var prompt = page.replaceFirst("(?s).*/rounds/prompts/([0-9a-f-]{36}).*", "$1");
        var answered = township.post("/rounds/prompts/" + prompt, "answer", "已电话提醒，今天补开");
        assertThat(township.follow(answered).body()).doesNotContain("周提示");
    }

    @Test
    void theMinutesCanNotBeSeenByAnotherVillage() {
        var other = staff.as(Role.VILLAGE_CLERK, county.place(place.county()).village());

        assertThat(other.get(meeting() + "/agenda").status()).isEqualTo(404);
    }
}
