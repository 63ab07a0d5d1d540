package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A resident follows her matter with the code of her receipt. */
@WanhuTest
class TrackPagesTest {
    private static final int COUNTY = 155409;

    @Autowired Web web;
    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired Matters matters;
    @Autowired TestClock clock;

    private Unit county;
    private Unit village;

    @BeforeEach
    void places() {
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
    }

    private Receipt told() {
        var content =
                new Report.Content(
                        Kind.HELP, "farm.power", Channel.WEB, false, "地里没有电", "两千亩地没有通电。");
        var contact = new Report.Contact("白大娘", "13800138000", false, false, true, true);
        return reports.report(
                null,
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant()));
    }

    private void take(Receipt receipt, Role role, Step step) {
        var matter = matter(receipt);
        var unit = role == Role.COUNTY_CLERK ? county : village;
        matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private Matter matter(Receipt receipt) {
        return matters.get(COUNTY, receipt.matter());
    }

    private void solve(Receipt receipt) {
        take(receipt, Role.VILLAGE_CLERK, new Step.TakeOn("去看过"));
        take(receipt, Role.VILLAGE_CLERK, new Step.Contact(true, "电话"));
        take(receipt, Role.VILLAGE_CLERK, new Step.Reply(Reason.Result.SOLVED, "电线已经架好。", "", ""));
        take(receipt, Role.COUNTY_CLERK, new Step.Approve(""));
    }

    private Visitor at(String path) {
        var visitor = web.visitor();
        visitor.get(path);
        return visitor;
    }

    private Visitor she(Receipt receipt) {
        return web.resident(receipt.code(), "8000");
    }

    @Test
    void leadsFromTheCodeToTheMatterHoweverItIsTyped() {
        var receipt = told();
        var visitor = at("/track");
        var typed = Codes.grouped(receipt.code()).replace('1', '１');
        var door = visitor.follow(visitor.post("/track", "code", typed));
        var open = visitor.post("/m/" + receipt.code(), "tail", " ８０００");

        assertThat(door.body()).contains("手机号的后四位", Codes.grouped(receipt.code()));
        assertThat(visitor.follow(open).body())
                .contains("地里没有电", receipt.number(), "九家子村", "受理期限", "依据");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345678901234567890", "abcd", "' or ''='"})
    void saysTheSameOfEverythingThatIsNoCode(String code) {
        var answer = at("/track").post("/track", "code", code);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("查询码是 12 位数字");
    }

    @Test
    void asksForMoreAndTakesIt() {
        var receipt = told();
        take(receipt, Role.VILLAGE_CLERK, new Step.AskSupplement("是哪一块地？"));
        var path = "/m/" + receipt.code();
        var visitor = she(receipt);

        assertThat(visitor.get(path).body()).contains("请您补充", "是哪一块地？");
        var sent =
                visitor.post(
                        path + "/supplement", "text", "河边那块", "command", Ids.next().toString());
        assertThat(visitor.follow(sent).body()).contains("河边那块").doesNotContain("补充的内容");
    }

    @Test
    void takesBackWhatNobodyElseStandsBehind() {
        var receipt = told();
        var path = "/m/" + receipt.code();
        var visitor = she(receipt);

        assertThat(visitor.get(path + "/withdraw").body()).contains("确定要撤回吗");
        var sent = visitor.post(path + "/withdraw", "command", Ids.next().toString());
        assertThat(visitor.follow(sent).body()).contains("您已撤回");
    }

    @Test
    void doesNotTakeBackWhatOthersJoined() {
        var receipt = told();
        join(receipt, "13800138009");
        var visitor = she(receipt);

        var sent =
                visitor.post(
                        "/m/" + receipt.code() + "/withdraw", "command", Ids.next().toString());
        assertThat(sent.status()).isEqualTo(422);
    }

    private Receipt join(Receipt into, String phone) {
        var contact = new Report.Contact("乡亲", phone, false, false, true, true);
        return reports.join(null, Ids.next(), matter(into), contact);
    }

    @Test
    void eachOfNinetySupportersReadsTheAnswerAndRatesOnce() {
        var first = told();
        var joined = List.of(join(first, "13800138101"), join(first, "13800138102"));
        solve(first);

        for (Receipt each : joined) {
            var path = "/m/" + each.code();
            var visitor =
                    web.resident(each.code(), each.equals(joined.getFirst()) ? "8101" : "8102");
            assertThat(visitor.get(path).body()).contains("电线已经架好。", "请您评价", "另有 2 人");
            var sent = rate(visitor, path);
            assertThat(visitor.follow(sent).body()).contains("谢谢您的评价", "您的评价");
            assertThat(rate(visitor, path).status()).isEqualTo(409);
        }
    }

    private static Visitor.Answer rate(Visitor visitor, String path) {
        return visitor.post(
                path + "/rate",
                "grade",
                "SATISFIED",
                "solved",
                "true",
                "text",
                "",
                "command",
                Ids.next().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GREAT", "5"})
    void refusesAGradeThatIsNone(String grade) {
        var receipt = told();
        solve(receipt);
        var path = "/m/" + receipt.code();

        var sent =
                she(receipt)
                        .post(
                                path + "/rate",
                                "grade",
                                grade,
                                "solved",
                                "true",
                                "command",
                                Ids.next().toString());
        assertThat(sent.status()).isEqualTo(400);
    }

    @Test
    void showsHerDataMaskedAndCopiesItToWhoKnowsThePhone() {
        var receipt = told();
        var path = "/m/" + receipt.code() + "/data";
        var visitor = she(receipt);

        assertThat(visitor.get(path).body())
                .contains("138****8000", "白**")
                .doesNotContain("13800138000");
        assertThat(visitor.post(path, "tail", "1234").status()).isEqualTo(400);
        var copy = visitor.post(path, "tail", "8000");
        assertThat(copy.type()).contains("json");
        assertThat(copy.body()).contains("13800138000", "白大娘", "两千亩地没有通电。");
    }

    @Test
    void deletesNameAndPhoneAndKeepsTheMatter() {
        var receipt = told();
        var visitor = she(receipt);

        var sent = visitor.post("/m/" + receipt.code() + "/forget");
        assertThat(visitor.follow(sent).body())
                .contains("已删除您的姓名和电话")
                .doesNotContain("138****8000");
        assertThat(visitor.get("/m/" + receipt.code()).body()).contains("地里没有电");
    }
}
