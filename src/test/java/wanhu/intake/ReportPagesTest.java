package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A resident reports and follows, with a browser without JavaScript. */
@WanhuTest
class ReportPagesTest {
    private static final int COUNTY = 150940;
    private static final Pattern CODE = Pattern.compile("/m/(\\d{12})/receipt");

    @Autowired Web web;
    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired Matters matters;

    private Unit township;
    private Unit village;

    @BeforeEach
    void places() {
        township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        staff.below(village, UnitKind.GRID, "第一网格");
    }

    private String[] form(String... changes) {
        var form =
                new ArrayList<>(
                        List.of(
                                "command", Ids.next().toString(),
                                "place", village.code(),
                                "category", "farm.power",
                                "kind", "HELP",
                                "text", "村东头两千亩地一直没有通电，浇地只能烧柴油。",
                                "phone", "13800138000",
                                "name", "白大娘",
                                "publish", "true",
                                "news", "true"));
        for (int at = 0; at < changes.length; at += 2) {
            int known = form.indexOf(changes[at]);
            if (known >= 0) {
                form.set(known + 1, changes[at + 1]);
            } else {
                form.addAll(List.of(changes[at], changes[at + 1]));
            }
        }
        return form.toArray(String[]::new);
    }

    private Visitor visitor() {
        var visitor = web.visitor();
        visitor.get("/report/text?place=" + village.code() + "&category=farm.power");
        return visitor;
    }

    private String send(Visitor visitor, String... changes) {
        var sent = visitor.post("/report/send", form(changes));
        var code = CODE.matcher(sent.location().orElseThrow());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private Matter matter(String code) {
        var requester = reports.byCode(code).orElseThrow();
        return matters.get(requester.county(), requester.matter());
    }

    @Test
    void goesFromTheTownshipToTheVillageToTheCategoryToTheForm() {
        var visitor = web.visitor();
        var townships = visitor.get("/report?at=" + COUNTY);
        assertThat(townships.body()).contains("/report?at=" + township.code());

        var villages = visitor.get("/report?at=" + township.code());
        assertThat(villages.body()).contains("/report/category?place=" + village.code());

        var categories = visitor.get("/report/category?place=" + village.code());
        assertThat(categories.body()).contains("农牧业生产", "说不准", "above=farm");

        var second = visitor.get("/report/category?place=" + village.code() + "&above=farm");
        assertThat(second.body()).contains("农田用电", "category=farm.power");

        var form =
                visitor.follow(
                        visitor.get(
                                "/report/danger?place=" + village.code() + "&category=farm.power"));
        assertThat(form.body()).contains("请把情况说清楚", "九家子村", "第一网格", "结案三年后删除");
    }

    @Test
    void findsAVillageByTheInitialsOfItsName() {
        var found = web.visitor().get("/report?at=" + township.code() + "&q=jjz");

        assertThat(found.body()).contains("六家子镇 九家子村");
    }

    @Test
    void findsACategoryByOneWord() {
        var found =
                web.visitor()
                        .get("/report/category?place=" + village.code() + "&q=%E5%81%9C%E7%94%B5");

        assertThat(found.body()).contains("category=water.power");
    }

    @Test
    void stopsWhereLivesAreInDanger() {
        var stop =
                web.visitor().get("/report/danger?place=" + village.code() + "&category=water.gas");

        assertThat(stop.status()).isEqualTo(200);
        assertThat(stop.body()).contains("tel:119", "闻到燃气味", "danger=true");
    }

    @Test
    void showsWhatWillBeSentAndWhatThePublicWouldSee() {
        var check = visitor().post("/report/text", form("text", "灯坏了，找我 13912345678。"));

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("灯坏了", "公开时大家看到的", "找我 ***********");
    }

    @Test
    void givesAReceiptThatReloadsToTheSameCode() {
        var visitor = visitor();
        var code = send(visitor);

        var receipt = visitor.get("/m/" + code + "/receipt");
        assertThat(receipt.body()).contains(Codes.grouped(code), "九家子村", "受理期限");
        assertThat(visitor.get("/m/" + code + "/receipt").body()).contains(Codes.grouped(code));
        assertThat(matter(code).about().title()).isEqualTo("村东头两千亩地一直没有通电，浇地只能烧柴油");
    }

    @Test
    void theSameFormSentTwiceLeadsToTheSameReceipt() {
        var visitor = visitor();
        var command = Ids.next().toString();

        assertThat(send(visitor, "command", command)).isEqualTo(send(visitor, "command", command));
    }

    @Test
    void remembersTheLastPlaceOnTheDeviceOnly() {
        var visitor = visitor();
        send(visitor);

        assertThat(visitor.get("/report").body()).contains("您上次反映的地方", "九家子村");
        assertThat(web.visitor().get("/report").body()).doesNotContain("您上次反映的地方");
    }

    @Test
    void suggestsWhatOthersToldAndLetsHerJoinWithACodeOfHerOwn() {
        var first = send(visitor(), "phone", "13800138001");
        var visitor = visitor();
        var check =
                visitor.post(
                        "/report/text", form("text", "我们村地里没有通电，浇地要烧柴油。", "phone", "13800138002"));
        assertThat(check.body()).contains("我也是").doesNotContain("白大娘，");

        var second =
                send(
                        visitor,
                        "text",
                        "我们村地里没有通电，浇地要烧柴油。",
                        "phone",
                        "13800138002",
                        "into",
                        matter(first).id().toString());

        assertThat(second).isNotEqualTo(first);
        assertThat(matter(second).id()).isEqualTo(matter(first).id());
        assertThat(visitor.get("/m/" + second).body()).contains("另有 1 人").doesNotContain("村东头两千亩地");
    }

    @Test
    void aForgedMatterToJoinIsRefused() {
        var other = send(visitor(), "text", "完全不同的事情：学校午餐不好。", "category", "school.pupil");
        var joined = visitor().post("/report/send", form("into", matter(other).id().toString()));

        assertThat(joined.status()).isEqualTo(409);
    }

    @Test
    void aReportOfWrongdoingMayBeAnonymousAndIsSecret() {
        var code = send(visitor(), "kind", "REPORT", "anonymous", "true", "phone", "", "name", "");
        var about = matter(code).about();

        assertThat(about.privacy().anonymous()).isTrue();
        assertThat(about.privacy().secret()).isTrue();
        assertThat(about.privacy().publishable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text, '', 请写一写是什么事",
        "kind, NONSENSE, 请选一项",
        "phone, '', 求助和投诉要留电话",
        "phone, 12, 电话号码不对",
        "phone, 138****8000, 电话号码不对",
        "name, 王*, 称呼最多",
        "command, forged, 页面不完整",
        "category, no.such, 这个类别已经没有了"
    })
    void showsTheFormAgainWithItsFault(String field, String value, String fault) {
        var answer = visitor().post("/report/text", form(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(fault, "action=\"/report/text\"");
    }

    @Test
    void refusesAHundredThousandCharactersAndGivesThemBack() {
        var answer = visitor().post("/report/text", form("text", "长".repeat(100_000)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("最多 10000 字，现在有 100000 字");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𬭎家的地没有水",
                "阿拉坦·其其格·娜仁花家停水",
                "=HYPERLINK(\"http://x\")",
                "<script>alert(1)</script>",
                "' or 1=1 --"
            })
    void keepsStrangeTextsAsTheyAre(String text) {
        var visitor = visitor();
        var code = send(visitor, "text", text);

        assertThat(matter(code).about().body()).isEqualTo(text);
        assertThat(visitor.get("/m/" + code).body()).doesNotContain("<script>alert");
    }

    @Test
    void takesControlCharactersAndTurnsOfDirectionOut() {
        var code = send(visitor(), "text", "路\u202E灯\u0007坏了");

        assertThat(matter(code).about().body()).isEqualTo("路灯坏了");
    }

    @Test
    void keepsCharactersOfFourBytesAndLongNamesOfPlaces() {
        var code = send(visitor(), "text", "𬭎家沟到阿拉坦额莫勒·乌兰图嘎的路断了");

        assertThat(matter(code).about().body()).isEqualTo("𬭎家沟到阿拉坦额莫勒·乌兰图嘎的路断了");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999999999999", "150940", "X150940ZZZ", "../../etc", "九家子"})
    void refusesAPlaceThatIsNone(String place) {
        var answer = web.visitor().get("/report/text?category=other&place=" + Way.encoded(place));

        assertThat(answer.status()).isEqualTo(400);
    }
}
