package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Fen;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A village holds its weekly meeting on the pages, without JavaScript. */
@WanhuTest
class RoundPagesTest {
    @Autowired County county;
    @Autowired Staff staff;
    @Autowired Rounds rounds;
    @Autowired Decisions decisions;
    @Autowired Matters matters;
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

    @Test
    void whatIsUrgentStandsOnTopOfTheTownshipAndIsConfirmedAndDecided() {
        var matter = county.told(place.village());
        clerk.get(meeting());
        clerk.post(meeting() + "/begin");
        clerk.get(item(matter));
        clerk.post(
                item(matter),
                "decision",
                "RAISED_URGENTLY",
                "urgentReason",
                "DANGER",
                "urgentTried",
                "电线垂到路上，已拉警戒线");
        var township = staff.as(Role.TOWNSHIP_CLERK, place.township());
        assertThat(township.get("/rounds").body()).contains("有 1 件紧急提级事项等待确认或决定");

        var page = "/rounds/urgent/" + matter.id();
        assertThat(township.get(page).body()).contains("先确认：情况确属紧急", "电线垂到路上");
        assertThat(township.follow(township.post(page + "/confirm", "note", "属实")).body())
                .contains("已确认紧急提级")
                .doesNotContain("先确认");
        assertThat(
                        township.follow(
                                        township.post(
                                                page, "decision", "TAKEN_ON", "note", "电工马上到"))
                                .body())
                .contains("没有紧急提级事项");
    }

    @Test
    void theFlowOfTheMonthBalancesAndOpensTheMattersBehindAFigure() {
        var matter = county.told(place.village());
        var office = staff.as(Role.COUNTY_CLERK, place.county());

        assertThat(office.get("/flow").body())
                .contains("进 1 件 = 出 0 件 + 留 1 件", "平衡")
                .doesNotContain("不平衡");
        assertThat(office.get("/flow/VILLAGE/NEW?month=2026-08").body()).contains(matter.number());
        assertThat(office.get("/flow.csv?month=2026-08").body())
                .contains("\"2026-08\"", "\"上月结转\"");
    }

    @Test
    void aCountySetsItsOwnKindOfMeeting() {
        var office = staff.as(Role.COUNTY_CLERK, place.county());
        assertThat(office.get("/round-kinds").body()).contains("村级民情碰头会", "按规则：村报乡镇截止日");
        office.get("/round-kinds/TOWNSHIP_MONTHLY");
        var form =
                new String[] {
                    "code",
                    "TOWNSHIP_MONTHLY",
                    "level",
                    "TOWNSHIP",
                    "cadence",
                    "DAY_OF_MONTH",
                    "cutoff",
                    "25",
                    "decide",
                    "3",
                    "quorum",
                    "3",
                    "nameZh",
                    "苏木镇例会",
                    "nameEn",
                    "Sumu meeting",
                    "sourceZh",
                    "旗办法第3条",
                    "sourceEn",
                    "Banner rules, article 3",
                    "validFrom",
                    "2026-09-01",
                    "active",
                    "true"
                };
        assertThat(office.follow(office.post("/round-kinds", form)).body())
                .contains("已保存为新版本", "按规则：村报乡镇截止日");
        clock.set("2026-09-01T09:00");
        assertThat(staff.as(Role.COUNTY_CLERK, place.county()).get("/round-kinds").body())
                .contains("苏木镇例会", "每月 25 日", "旗办法第3条");
    }

    @Test
    void aVillageReadsWhatTheTownshipDecidedOnItsOwnMattersAndNoOthers() {
        var other =
                new County.Place(
                        place.county(),
                        place.township(),
                        staff.below(place.township(), UnitKind.VILLAGE, "邻村"),
                        place.grid(),
                        place.power());
        var own = raised(place);
        var foreign = raised(other);
        var township = county.townshipClerk(place);
        var meeting = rounds.call(township, "TOWNSHIP_CALLED");
        decisions.decide(
                township,
                meeting,
                own.id(),
                new Decision.HandBack("由村里组织施工", Fen.ofYuan("20000"), ""));

        assertThat(clerk.get("/rounds/" + meeting).body())
                .contains("由村里组织施工", own.number())
                .doesNotContain(foreign.number(), "打印议程");
        assertThat(clerk.get("/rounds").body()).contains("上级交回的事项", "支持资金 20,000.00 元");
        assertThat(clerk.get("/matters/" + own.number()).body())
                .contains("会议决定", "/rounds/" + meeting);
        assertThat(clerk.get("/rounds/" + meeting + "/agenda").status()).isEqualTo(404);
    }

    private Matter raised(County.Place from) {
        var matter = county.told(from.village());
        var by = new By.Staff(county.villageClerk(from));
        return matters.take(
                by, Taking.of(matter, new Step.Escalate(Reason.Escalate.NO_MONEY, "筹款不够", null)));
    }
}
