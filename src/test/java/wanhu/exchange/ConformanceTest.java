package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.people.Staff;

/**
 * A hands matters to B and gets them back, over B's real API with a real token: each line of the
 * list in docs/exchange.md. A and B are two counties that share nothing but the way between them.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private static final int COUNTY_A = 154822;
    private static final int COUNTY_B = 154823;

    @Autowired Handovers handovers;
    @Autowired TwoCounties counties;
    @Autowired Gaps gaps;
    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired Web web;

    private TwoCounties.Pair both;
    private Partner partner;

    @BeforeAll
    void connect() {
        both = counties.pair(COUNTY_A, COUNTY_B);
    }

    @AfterAll
    void cut() {
        both.close();
    }

    @BeforeEach
    void open() {
        partner = both.open();
    }

    private int listedThere() {
        return both.officeB.get("/matters?lens=AREA&size=200").body().path("items").size();
    }

    private Handover of(Receipt receipt) {
        return both.of(receipt);
    }

    @Test
    void whatIsHandedOverIsHandledThereAndTheResidentReadsTheAnswerHere() {
        var receipt = both.handedOver("road.lamp");
        var due = matters.get(COUNTY_A, receipt.matter()).times().due();
        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
        assertThat(both.there(receipt).about().title()).isEqualTo(TwoCounties.TITLE);
        both.answeredThere(receipt);
        both.later(Waits.ASK);

        assertThat(of(receipt).state()).isEqualTo(Handover.State.ANSWERED);
        assertThat(matters.get(COUNTY_A, receipt.matter()).times().due()).isEqualTo(due);
        assertThat(both.timeline(receipt)).contains("已移交乙县平台", "乙县平台已答复：灯已经换好");
        var desk = staff.as(Role.VILLAGE_CLERK, both.villageA);
        assertThat(desk.get("/matters/" + receipt.number() + "?step=Reply").body())
                .contains("灯已经换好，今晚就亮。</textarea>");

        var draft = of(receipt).there().answer();
        both.take(
                receipt,
                Role.VILLAGE_CLERK,
                both.villageA,
                new Step.Reply(Reason.Result.SOLVED, draft, "", "电话打不通"));
        both.take(receipt, Role.TOWNSHIP_CLERK, both.townshipA, new Step.Approve(""));
        var tail = TwoCounties.PHONE.substring(7);
        assertThat(web.resident(receipt.code(), tail).get("/m/" + receipt.code()).body())
                .contains("灯已经换好，今晚就亮。", "乙县平台");
    }

    @Test
    void noContactOfAnybodyLeaves() {
        both.handedOver("road.lamp");

        assertThat(both.between.bodies())
                .isNotEmpty()
                .noneMatch(body -> body.contains(TwoCounties.PHONE))
                .noneMatch(body -> body.contains("白玉兰"));
    }

    @Test
    void whatTheyWillNotTakeAndWhatTheyGiveBackComesWithTheReason() {
        both.saved("category.* = no.such\nunit.* = " + both.villageB.code());
        var refused = both.handedOver("road.lamp");
        assertThat(of(refused).state()).isEqualTo(Handover.State.REFUSED);
        assertThat(of(refused).done().fault()).contains("category");

        both.saved("category.* = road.lamp\nunit.* = " + both.villageB.code());
        handovers.again(both.clerk, of(refused).id());
        both.work();
        var no = new Step.Decline(Reason.Decline.OUTSIDE_DUTIES, "这条路归丙县管。");
        both.takeThere(refused, Role.VILLAGE_CLERK, both.villageB, no);
        both.later(Waits.ASK);

        assertThat(of(refused).state()).isEqualTo(Handover.State.RETURNED);
        assertThat(both.timeline(refused)).contains("乙县平台已退回：（不属于政府职责）这条路归丙县管。");
        var first = of(refused).there().number();
        handovers.handOver(both.clerk, refused.number(), partner.id(), "已商定由乙县办");
        both.work();
        assertThat(of(refused).state()).isEqualTo(Handover.State.SENT);
        assertThat(of(refused).there().number()).isNotEqualTo(first);
    }

    @Test
    void nothingIsLostAndNothingDoubledWhileTheyAreDeadOrTheirAnswerIs() {
        int before = listedThere();
        both.between.is(Between.Way.CUT);
        var receipt = both.handedOver("road.lamp");
        assertThat(of(receipt).state()).isEqualTo(Handover.State.WAITING);
        both.between.is(Between.Way.DEAF);
        both.later(Duration.ofMinutes(1));
        both.between.is(Between.Way.BUSY);
        both.later(Duration.ofMinutes(1));
        assertThat(of(receipt).done().attempts()).isGreaterThan(1);
        both.between.is(Between.Way.OPEN);
        both.later(Duration.ofMinutes(30));
        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
        assertThat(both.between.bodies().stream().filter(each -> each.contains(receipt.number())))
                .hasSizeGreaterThan(1);
        assertThat(listedThere()).isEqualTo(before + 1);
        assertThat(both.timeline(receipt)).containsOnlyOnce("已移交乙县平台");
    }

    @Test
    void whatTheTableDoesNotKnowWaitsForPeopleAndGoesOnAfterwards() {
        var receipt = both.handedOver("farm");
        assertThat(of(receipt).state()).isEqualTo(Handover.State.UNMAPPED);
        assertThat(gaps.list(COUNTY_A)).extracting(Gaps.Gap::code).contains("category.farm");
        var admin = staff.as(Role.ADMIN, staff.county(COUNTY_A));
        assertThat(admin.get("/exchange/partners").body()).contains("category.farm");

        both.saved("category.* = road.lamp\nunit.* = " + both.villageB.code());
        both.work();

        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
    }

    @Test
    void theSameNumberOfTheirsIsOneMatterWhateverTheKey() {
        var body =
                """
                {"kind":"HELP","category":"road.lamp","place":"%s","text":"灯坏了。","origin":"12345-2026-7"}
                """
                        .formatted(both.villageB.code());
        var first = both.officeB.post("/matters", body, Ids.next().toString());
        var again = both.officeB.post("/matters", body, Ids.next().toString());

        assertThat(again.at("number")).isEqualTo(first.at("number"));
        var page =
                staff.as(Role.VILLAGE_CLERK, both.villageB).get("/matters/" + first.at("number"));
        assertThat(page.body()).contains("对方系统编号：12345-2026-7");
    }

    @Test
    void reportsOfWrongdoingAndSecretsNeverLeave() {
        var content =
                new Report.Content(
                        Kind.HELP, "road.lamp", Channel.WEB, false, TwoCounties.TITLE, "不要说是我。");
        var secret = new Report.Contact("白玉兰", TwoCounties.PHONE, false, true, false, true);
        var receipt = residents.tell(both.villageA, content, secret);
        both.take(receipt, Role.VILLAGE_CLERK, both.villageA, new Step.TakeOn(""));

        assertThatThrownBy(() ->
                        handovers.handOver(both.clerk, receipt.number(), partner.id(), "路灯由乙县管护"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("exchange.refused.never"));
    }

    @Test
    void onlyWhoHasTheMatterHandsItOverAndOnlyOnce() {
        var receipt = both.told("road.lamp");
        var desk = staff.as(Role.VILLAGE_CLERK, both.villageA);
        var path = "/exchange/matters/" + receipt.number();
        var above = staff.actor(Role.TOWNSHIP_CLERK, both.townshipA);
        assertThatThrownBy(() -> handovers.handOver(above, receipt.number(), partner.id(), "我来移交"))
                .isInstanceOf(Refused.class);
        assertThat(desk.get(path).body()).contains("将要发送的内容", "晚上看不见路。", "按对照表");

        var sent = desk.post(path, "partner", partner.id().toString(), "reason", "路灯由乙县管护");
        var twice = desk.post(path, "partner", partner.id().toString(), "reason", "路灯由乙县管护");

        assertThat(desk.follow(sent).body()).contains("等待发送");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(desk.get("/exchange").body()).contains(receipt.number(), "乙县平台");
    }
}
