package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.exchange.Handover.State;
import wanhu.life.By;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Residents;
import wanhu.matter.Taking;
import wanhu.people.Staff;

/** A matter ends here while another system works on it. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedHereTest {
    private static final int COUNTY_A = 154831;
    private static final int COUNTY_B = 154832;

    @Autowired Handovers handovers;
    @Autowired TwoCounties counties;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private final LateNumbers plain = new LateNumbers();
    private TwoCounties.Pair both;

    @BeforeAll
    void connect() {
        both = counties.pair(COUNTY_A, COUNTY_B);
    }

    @AfterAll
    void cut() {
        both.close();
        plain.close();
    }

    @BeforeEach
    void open() {
        both.open();
    }

    /** Nothing of one test is sent or asked for in the next. */
    @AfterEach
    void over() {
        handovers.ofUnit(both.clerk).stream()
                .filter(each -> each.state().live())
                .forEach(each -> handovers.end(both.clerk, each.id()));
    }

    private void knowsNoWayBack(LateNumbers.Answer posted) {
        plain.takes(posted);
        plain.tells(new LateNumbers.Answer(404, "[]"));
        both.open311(
                plain.address(),
                "key",
                "category.* = lamp\nunit.* = 1\nfield.token = -\nfield.address_id = -");
    }

    private State state(Receipt receipt) {
        return both.of(receipt).state();
    }

    /** Asked after, then told. */
    private void heard() {
        both.later(Waits.ASK);
        both.work();
    }

    private void withdrawn(Receipt receipt) {
        matters.take(
                new By.Requester(receipt.requester()),
                Taking.of(matters.get(COUNTY_A, receipt.matter()), new Step.Withdraw("我家老张自己修好了")));
    }

    private void closed(Receipt receipt) {
        var reply = new Step.Reply(Reason.Result.SOLVED, "灯已经换好，今晚就亮。", "", "电话无人接听");
        both.take(receipt, Role.VILLAGE_CLERK, both.villageA, reply);
        both.take(receipt, Role.TOWNSHIP_CLERK, both.townshipA, new Step.Approve(""));
        both.take(receipt, Role.TOWNSHIP_CLERK, both.townshipA, new Step.FollowUp(true, null, ""));
    }

    private Receipt told() {
        var content = Residents.help("road.lamp", TwoCounties.TITLE, "晚上看不见路。");
        return residents.tell(both.villageA, content, Residents.KNOWN);
    }

    private Visitor desk() {
        return staff.as(Role.VILLAGE_CLERK, both.villageA);
    }

    @Test
    void whatTheResidentWithdrewIsAskedBackAndHerWordsStayHere() {
        var receipt = both.handedOver("road.lamp");
        withdrawn(receipt);
        heard();

        assertThat(state(receipt)).isEqualTo(State.TAKEN_BACK);
        assertThat(both.there(receipt).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(both.timeline(both.there(receipt))).contains("在我方已经结束（已撤回）");
        assertThat(both.between.bodies()).noneMatch(each -> each.contains("老张"));
        assertThat(acts(receipt)).containsExactly("这件事项在我方已经结束（已撤回），请不再办理。");
    }

    private List<String> acts(Receipt receipt) {
        var said =
                "select reason from audit.act where county = :county and verb = 'HANDOVER_CHANGED'"
                        + " and object = :id and person is null";
        return Wall.whole(() ->
                db.sql(said)
                        .param("county", COUNTY_A)
                        .param("id", both.of(receipt).id().toString())
                        .query(String.class)
                        .list());
    }

    @Test
    void whatIsDeclinedIsAskedBackWithTheReason() {
        var receipt = told();
        handovers.handOver(both.clerk, receipt.number(), both.partner().id(), "请乙县看看");
        both.work();
        var no = new Step.Decline(Reason.Decline.OUTSIDE_DUTIES, "请找路灯的业主王某。");
        both.take(receipt, Role.VILLAGE_CLERK, both.villageA, no);
        heard();

        assertThat(state(receipt)).isEqualTo(State.TAKEN_BACK);
        assertThat(both.timeline(both.there(receipt))).contains("（已引导：不属于政府职责）");
    }

    @Test
    void whatGoesOnInAnotherMatterIsAskedBack() {
        var receipt = both.handedOver("road.lamp");
        var other = told();
        both.take(
                receipt,
                Role.VILLAGE_CLERK,
                both.villageA,
                new Step.Merge(other.matter(), other.number()));
        heard();

        assertThat(state(receipt)).isEqualTo(State.TAKEN_BACK);
        assertThat(both.timeline(both.there(receipt))).contains("（已并件）");
    }

    @Test
    void anAnswerOfOursLeavesItWithThemUntilTheMatterIsClosed() {
        var receipt = both.handedOver("road.lamp");
        var reply = new Step.Reply(Reason.Result.SOLVED, "灯已经换好，今晚就亮。", "", "电话无人接听");
        both.take(receipt, Role.VILLAGE_CLERK, both.villageA, reply);
        heard();

        assertThat(state(receipt)).isEqualTo(State.SENT);
    }

    @Test
    void whatIsClosedIsAskedBackAndWhatTheyAnsweredBeforeCounts() {
        var first = both.handedOver("road.lamp");
        var second = both.handedOver("road.lamp");
        closed(first);
        closed(second);
        both.answeredThere(second);
        heard();

        assertThat(state(first)).isEqualTo(State.TAKEN_BACK);
        assertThat(state(second)).isEqualTo(State.ANSWERED);
    }

    @Test
    void whoseAnswerGotLostIsSentItAgainAndAskedForIt() {
        both.between.is(Between.Way.DEAF);
        var receipt = both.handedOver("road.lamp");
        withdrawn(receipt);
        both.between.is(Between.Way.OPEN);
        both.later(Duration.ofMinutes(1));
        assertThat(state(receipt)).isEqualTo(State.SENT);
        heard();

        assertThat(state(receipt)).isEqualTo(State.TAKEN_BACK);
        assertThat(both.there(receipt).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void whatNeverArrivedIsNotSent() {
        both.between.is(Between.Way.CUT);
        var receipt = both.handedOver("road.lamp");
        withdrawn(receipt);
        int before = both.between.bodies().size();
        both.between.is(Between.Way.OPEN);
        both.later(Duration.ofMinutes(1));

        assertThat(state(receipt)).isEqualTo(State.ENDED);
        assertThat(both.between.bodies()).hasSize(before);
    }

    @Test
    void whatWaitsForTheTableOrWasRefusedEndsWithTheMatter() {
        var receipt = both.handedOver("farm");
        assertThat(state(receipt)).isEqualTo(State.UNMAPPED);
        withdrawn(receipt);
        both.later(Waits.LOOK);

        assertThat(state(receipt)).isEqualTo(State.ENDED);
        assertThat(desk().get("/desk").body()).doesNotContain("移交其他系统的事项");
    }

    @Test
    void whoKnowsNoWayBackIsToldByAPersonWhomThePagesRemind() {
        knowsNoWayBack(new LateNumbers.Answer(201, "[{\"service_request_id\":\"P-1\"}]"));
        var receipt = both.handedOver("road.lamp");
        assertThat(state(receipt)).isEqualTo(State.SENT);
        withdrawn(receipt);
        heard();

        assertThat(state(receipt)).isEqualTo(State.UNTOLD);
        var desk = desk();
        assertThat(desk.get("/exchange").body()).contains("待告知对方", "请打电话告诉对方不再办理", "已撤回），请不再办理");
        assertThat(desk.get("/desk").body()).contains("移交其他系统的事项，1 件需要处理");
        assertThat(desk.get("/matters/" + receipt.number()).body()).contains("待告知对方");
        both.later(Waits.LOOK);
        assertThat(state(receipt)).isEqualTo(State.UNTOLD);
        desk.post("/exchange/handovers/" + both.of(receipt).id() + "/end");
        assertThat(state(receipt)).isEqualTo(State.ENDED);
    }

    @Test
    void whatHasNoNumberThereYetIsToldByAPerson() {
        knowsNoWayBack(LateNumbers.token());
        var receipt = both.handedOver("road.lamp");
        withdrawn(receipt);
        heard();

        assertThat(state(receipt)).isEqualTo(State.UNTOLD);
    }

    @Test
    void whatTheyDoNotGiveBackIsSettledByAPersonAndNotAskedAgainAndAgain() {
        var receipt = both.handedOver("road.lamp");
        withdrawn(receipt);
        both.between.is(Between.Way.KEPT);
        heard();

        assertThat(state(receipt)).isEqualTo(State.UNTOLD);
        assertThat(desk().get("/exchange").body()).contains("对方没有同意撤回：正在施工");
        int asked = both.between.bodies().size();
        both.later(Waits.LOOK);
        assertThat(both.between.bodies()).hasSize(asked);
    }

    @Test
    void whatGoesOnHereAgainGoesOnThere() {
        knowsNoWayBack(new LateNumbers.Answer(201, "[{\"service_request_id\":\"P-2\"}]"));
        var receipt = both.handedOver("road.lamp");
        closed(receipt);
        heard();
        assertThat(state(receipt)).isEqualTo(State.UNTOLD);
        both.take(receipt, Role.TOWNSHIP_CLERK, both.townshipA, new Step.Redo("又不亮了"));
        both.later(Waits.LOOK);

        assertThat(state(receipt)).isEqualTo(State.SENT);
    }
}
