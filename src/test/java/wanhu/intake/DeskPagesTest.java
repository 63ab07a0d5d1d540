package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.TimelineLine;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Staff registers for residents. */
@WanhuTest
class DeskPagesTest {
    private static final int COUNTY = 155410;
    private static final Pattern CODE = Pattern.compile("/desk/receipt/(\\d{12})");

    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired Matters matters;
    @Autowired wanhu.knowledge.Written written;
    @Autowired org.springframework.jdbc.core.simple.JdbcClient db;

    private Unit county;
    private Unit village;
    private Unit other;

    @BeforeEach
    void places() {
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        other = staff.below(township, UnitKind.VILLAGE, "邻村");
    }

    private String[] form(String... changes) {
        var form =
                new ArrayList<>(
                        List.of(
                                "command", Ids.next().toString(),
                                "channel", "PHONE",
                                "place", village.code(),
                                "category", "road.lamp",
                                "kind", "HELP",
                                "text", "村东头路灯坏了三天。",
                                "phone", "13800138000",
                                "name", "白大娘",
                                "act", "REGISTER"));
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

    private Visitor as(Role role, Unit unit) {
        var visitor = staff.as(role, unit);
        visitor.get("/desk/new");
        return visitor;
    }

    private Matter sent(Visitor visitor, String... changes) {
        var answer = visitor.post("/desk/new", form(changes));
        var code = CODE.matcher(answer.location().orElse(answer.body()));
        assertThat(code.find()).isTrue();
        var receipt = visitor.get("/desk/receipt/" + code.group(1));
        assertThat(receipt.body()).contains(Codes.grouped(code.group(1)), "读给群众听");
        var requester = reports.byCode(code.group(1)).orElseThrow();
        return matters.get(COUNTY, requester.matter());
    }

    @Test
    void thePhoneDeskRegistersAndTheVillageGetsIt() {
        var matter = sent(as(Role.PHONE_DESK, county), "happened", "2026-08-02T20:15");
        assertThat(matter.parties().holder().unit()).isEqualTo(village.id());
        var line = matters.timeline(matter).getFirst();
        assertThat(line.byKind()).isEqualTo("ON_BEHALF");
        assertThat(line.happened()).isBefore(line.recorded());
    }

    @Test
    void sentTwiceItIsOneMatter() {
        var visitor = as(Role.PHONE_DESK, county);
        var command = Ids.next().toString();
        var first =
                sent(
                        visitor, "command", command, "kind", "INQUIRY", "act", "ANSWER", "answer",
                        "周一来办。");
        assertThat(
                        sent(
                                        visitor, "command", command, "kind", "INQUIRY", "act",
                                        "ANSWER", "answer", "周一来办。", "seen", "true")
                                .id())
                .isEqualTo(first.id());
        assertThat(matters.timeline(first))
                .extracting(TimelineLine::step)
                .containsExactly("Register", "AnswerAtOnce");
    }

    @Test
    void anInquiryIsAnsweredAtOnce() {
        var matter =
                sent(
                        as(Role.PHONE_DESK, county),
                        "kind",
                        "INQUIRY",
                        "act",
                        "ANSWER",
                        "answer",
                        "村里周一办。");
        assertThat(matter.stage()).isEqualTo(Stage.FOLLOW_UP);
        assertThat(matter.ending().answer()).isEqualTo("村里周一办。");
    }

    @Test
    void whatWasSolvedOnAVisitGoesToTheReview() {
        var matter =
                sent(
                        as(Role.VILLAGE_CLERK, village),
                        "channel",
                        "VISIT",
                        "act",
                        "SOLVED",
                        "answer",
                        "灯泡已换。");

        assertThat(matter.stage()).isEqualTo(Stage.REVIEW);
    }

    @Test
    void whatIsNotOursIsReferredWithTheTextTheResidentHears() {
        var visitor = as(Role.PHONE_DESK, county);
        var matter = sent(visitor, "act", "DECLINE", "reason", "LITIGATION");

        assertThat(matter.stage()).isEqualTo(Stage.REFERRED);
        assertThat(matters.timeline(matter).getLast().told()).contains("人民法院");
    }

    @Test
    void aCallerJoinsAMatterThatIsKnown() {
        var visitor = as(Role.PHONE_DESK, county);
        var first = sent(visitor);
        var shown = visitor.post("/desk/new", form("text", "村东头路灯坏了三天了。", "phone", "13800138001"));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains(first.number(), "另立一件");

        var joined =
                sent(
                        visitor,
                        "into",
                        first.id().toString(),
                        "phone",
                        "13800138001",
                        "seen",
                        "true");
        assertThat(joined.id()).isEqualTo(first.id());
        assertThat(joined.tally().supporters()).isEqualTo(2);
    }

    @Test
    void candidatesAppearWhileItIsTyped() {
        var visitor = as(Role.PHONE_DESK, county);
        var first = sent(visitor);
        var piece = visitor.post("/desk/new/alike", form("text", "路灯坏了"));
        assertThat(piece.body()).contains(first.number()).doesNotContain("<html");
    }

    @Test
    void theDeskDispatchesAtOnce() {
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "住建局");
        var desk = staff.below(county, UnitKind.DEPARTMENT, "热线");
        var visitor = as(Role.PHONE_DESK, desk);
        var matter =
                sent(
                        visitor,
                        "act",
                        "DISPATCH",
                        "unit",
                        bureau.id().toString(),
                        "when",
                        "三天前",
                        "wish",
                        "早点修好");

        assertThat(matter.stage()).isEqualTo(Stage.DISPATCHED);
        assertThat(matter.parties().holder().unit()).isEqualTo(bureau.id());
        assertThat(matter.about().body()).contains("发生时间：三天前", "希望：早点修好");
        var kept =
                visitor.post(
                        "/desk/new",
                        form("act", "DISPATCH", "unit", desk.id().toString(), "seen", "true"));
        assertThat(kept.status()).isGreaterThanOrEqualTo(400);
        assertThat(kept.body()).contains("村东头路灯坏了三天");
    }

    @Test
    void aCallersOpenMattersAreFoundByHerPhoneAndThePurposeIsKept() {
        var visitor = as(Role.PHONE_DESK, county);
        var open = sent(visitor, "phone", "13800138777");
        var ended =
                sent(
                        visitor,
                        "phone",
                        "13800138777",
                        "act",
                        "DECLINE",
                        "reason",
                        "LITIGATION",
                        "text",
                        "打官司的事。");

        var piece = visitor.post("/desk/new/caller", "phone", "138 0013 8777", "purpose", "more");
        assertThat(piece.body()).contains(open.number()).doesNotContain(ended.number());
        assertThat(visitor.post("/desk/new/caller", "phone", "12").body()).contains("先填来电号码");
        assertThat(purposes()).contains("来电补充情况");
    }

    private List<String> purposes() {
        var said = "select reason from audit.act where county = :c and verb = 'CONTACT_SEARCHED'";
        return wanhu.base.Wall.whole(
                () -> db.sql(said).param("c", COUNTY).query(String.class).list());
    }

    @Test
    void anAnswerCitesTheArticleItRestsOn() {
        var writer = staff.actor(Role.COUNTY_CLERK, county);
        var reader = staff.actor(Role.LEADER, county);
        var id = written.published(writer, reader, "骆驼证几天办好", "五个工作日。");
        var visitor = as(Role.PHONE_DESK, county);

        assertThat(visitor.post("/desk/new/knowledge", form("text", "骆驼证几天能办好")).body())
                .contains("骆驼证几天办好", "Alt+7");
        var matter =
                sent(
                        visitor,
                        "text",
                        "骆驼证几天能办好",
                        "kind",
                        "INQUIRY",
                        "act",
                        "ANSWER",
                        "answer",
                        "五个工作日。",
                        "cite",
                        id.toString(),
                        "phone",
                        "13800138055");
        assertThat(staff.as(Role.COUNTY_CLERK, county).get("/matters/" + matter.number()).body())
                .contains("引用的知识", "骆驼证几天办好");
    }

    @Test
    void aVillageClerkRegistersOnlyForTheVillageAndALeaderNowhere() {
        var answer = as(Role.VILLAGE_CLERK, village).post("/desk/new", form("place", other.code()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(staff.as(Role.LEADER, county).get("/desk/new").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, WEB, 请选从哪里来",
        "channel, '', 请选从哪里来",
        "happened, 2099-01-01T00:00, 时间不对",
        "happened, gestern, 时间不对",
        "act, ANSWER, 请写告诉群众的话",
        "act, DISPATCH, 请选派给哪个单位",
        "act, DECLINE, 请选不受理或引导的原因",
        "text, '', 请写一写是什么事",
        "place, 999999999999, 没有这个地方",
        "category, x.y, 这个类别已经没有了",
        "command, x, 页面不完整"
    })
    void showsTheFormAgainWithItsFault(String field, String value, String fault) {
        var answer = as(Role.PHONE_DESK, county).post("/desk/new", form(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(fault);
    }
}
