package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What staff meets on the pages of the workbench. */
@WanhuTest
class MatterPagesTest {
    private static final int COUNTY = 150932;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern COMMAND = Pattern.compile("name=\"command\" value=\"([^\"]+)\"");

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit township;
    private Unit village;
    private Visitor clerk;

    @BeforeEach
    void units() {
        var county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "页面镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "页面村");
        clerk = staff.as(Role.VILLAGE_CLERK, village);
    }

    private Matter told(String title, String name) {
        return residents.told(
                village, Residents.help("farm", title, "一段话。"), Residents.named(name));
    }

    private void joined(Matter matter, int neighbours) {
        for (int each = 0; each < neighbours; each++) {
            var contact = new Report.Contact("邻居", "1390013900" + each, false, false, true, true);
            reports.join(null, Ids.next(), matter, contact);
        }
    }

    @Test
    void neighboursWhoJoinAreOneLineThatOpens() {
        var matter = told("路灯不亮", "白玉兰");
        joined(matter, 9);

        assertThat(page(matter).body()).contains("9 人先后加入", "逐条查看");
        assertThat(page(matter).body().split("class=\"what\"")).hasSize(3);
    }

    @Test
    void aDeadlineInAYearWithoutHolidaysIsSaidQuietlyBesideIt() {
        clock.set("2026-12-31T09:00");
        var matter = told("路灯不亮", "白玉兰");

        assertThat(page(matter).body()).contains("2027 年的节假日安排尚未导入");
        assertThat(clerk.get("/matters").body()).doesNotContain("尚未导入");
    }

    private Visitor.Answer take(
            Visitor who, Visitor.Answer page, Matter matter, String step, String... fields) {
        var form = new String[fields.length + 4];
        form[0] = "version";
        form[1] = found(VERSION, page);
        form[2] = "command";
        form[3] = found(COMMAND, page);
        System.arraycopy(fields, 0, form, 4, fields.length);
        return who.post("/matters/" + matter.number() + "/steps/" + step, form);
    }

    private static String found(Pattern pattern, Visitor.Answer page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Visitor.Answer page(Matter matter) {
        return clerk.get("/matters/" + matter.number());
    }

    @Test
    void theDeskShowsWhatIsToDoAndTheMatterItsPromiseWithItsRule() {
        var matter = told("路灯不亮", "白玉兰");

        assertThat(clerk.get("/desk").body()).contains("路灯不亮", "剩 1 天");
        assertThat(page(matter).body())
                .contains("受理自办", "依据", "白**", "138****8000")
                .doesNotContain("白玉兰", "13800138000");
    }

    @Test
    void takesAStepAndSaysSo() {
        var matter = told("路灯不亮", "白玉兰");

        var answer = take(clerk, page(matter), matter, "TakeOn", "TakeOn-note", "去看过");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(clerk.follow(answer).body()).contains("已办理", "去看过", "办理中");
    }

    @Test
    void theSameFormSentTwiceIsOneStep() {
        var matter = told("路灯不亮", "白玉兰");
        var page = page(matter);
        take(clerk, page, matter, "TakeOn");

        assertThat(take(clerk, page, matter, "TakeOn").status()).isEqualTo(303);
        assertThat(matters.timeline(matter)).hasSize(2);
    }

    @Test
    void whoComesSecondIsToldWhatChangedAndKeepsTheText() {
        var matter = told("路灯不亮", "白玉兰");
        var seen = page(matter);
        var colleague = staff.as(Role.VILLAGE_CLERK, village);
        take(
                colleague,
                colleague.get("/matters/" + matter.number()),
                matter,
                "Remark",
                "Remark-note",
                "已问过电工");

        var answer = take(clerk, seen, matter, "Remark", "Remark-note", "我写了很久的话·阿拉坦");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("刚被别人办理过", "办理备注", "我写了很久的话·阿拉坦</textarea>");
    }

    @Test
    void whenTheStepIsNoLongerPossibleTheTextCanStillBeCopied() {
        var matter = told("路灯不亮", "白玉兰");
        var seen = page(matter);
        take(clerk, page(matter), matter, "TakeOn");

        var answer = take(clerk, seen, matter, "AnswerAtOnce", "AnswerAtOnce-answer", "电工明天来修");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("<blockquote>电工明天来修</blockquote>");
    }

    @Test
    void refusesAHundredThousandCharactersInPlainWordsAndKeepsThem() {
        var matter = told("路灯不亮", "白玉兰");
        var text = "字".repeat(100_000);

        var answer = take(clerk, page(matter), matter, "Remark", "Remark-note", text);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("最多 2000 个字，现在有 100000 个字", text);
        assertThat(matters.timeline(matter)).hasSize(1);
    }

    @Test
    void namesWhatIsMissingAndKeepsTheRest() {
        var matter = told("路灯不亮", "白玉兰");

        var answer =
                take(
                        clerk,
                        page(matter),
                        matter,
                        "Escalate",
                        "Escalate-reason",
                        "",
                        "Escalate-tried",
                        "𬭎家沟问过三次");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("请填写这一项", "𬭎家沟问过三次</textarea>");
    }

    @Test
    void marksThatTurnTheWritingDoNotReachTheTimeline() {
        var matter = told("路灯不亮", "白玉兰");
        take(clerk, page(matter), matter, "Remark", "Remark-note", "正\u202E常\u0007文字");

        assertThat(matters.timeline(matter).getLast().note()).isEqualTo("正常文字");
    }

    @Test
    void aForgedUnitStepOrNumberLeadsNowhere() {
        var matter = told("路灯不亮", "白玉兰");
        var page = page(matter);
        var foreign = staff.below(township, UnitKind.VILLAGE, "别的村");
        take(clerk, page, matter, "Admit");

        var dispatch =
                take(
                        clerk,
                        page(matter),
                        matter,
                        "Dispatch",
                        "Dispatch-to",
                        foreign.id().toString());
        assertThat(dispatch.status()).isEqualTo(400);
        assertThat(take(clerk, page(matter), matter, "Archive").status()).isEqualTo(404);
        assertThat(clerk.get("/matters/150932-20260803-9999").status()).isEqualTo(404);
        assertThat(
                        clerk.post(
                                        "/matters/" + matter.number() + "/steps/Sign",
                                        "version",
                                        "x",
                                        "command",
                                        "y")
                                .status())
                .isEqualTo(400);
        assertThat(matters.get(COUNTY, matter.id()).stage()).isEqualTo(Stage.ADMITTED);
    }

    @Test
    void aContactIsShownAfterAPurposeWasGiven() {
        var matter = told("路灯不亮", "阿拉坦·其其格");
        var requester = reports.of(matter).getFirst().id().toString();
        clerk.get("/matters/" + matter.number());

        var answer =
                clerk.post(
                        "/matters/" + matter.number() + "/contact",
                        "requester",
                        requester,
                        "use",
                        "CHECK_FACTS",
                        "purpose",
                        "联系核实");

        assertThat(answer.body()).contains("阿拉坦·其其格", "13800138000", "本次查看已记录");
    }

    @Test
    void thePrintedSheetHasTheWholeLife() {
        var matter = told("路灯不亮", "白玉兰");
        take(clerk, page(matter), matter, "TakeOn", "TakeOn-note", "去看过");

        assertThat(clerk.get("/matters/" + matter.number() + "/print").body())
                .contains("民情事项办理单", "去看过", "登记");
    }
}
