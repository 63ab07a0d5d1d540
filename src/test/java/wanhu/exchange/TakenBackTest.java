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
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Receipt;
import wanhu.people.Staff;
import wanhu.token.Reach;
import wanhu.token.TestPrograms;

/** What another system has not finished is asked back (撤回), part of {@link ConformanceTest}. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakenBackTest {
    private static final int COUNTY_A = 154805;
    private static final int COUNTY_B = 154806;
    private static final String WHY = "路灯改由本镇维修";

    @Autowired Handovers handovers;
    @Autowired TwoCounties counties;
    @Autowired TestPrograms programs;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private TwoCounties.Pair both;

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
        both.open();
    }

    private void askBack(Receipt receipt) {
        handovers.askBack(both.clerk, both.of(receipt).id(), WHY);
    }

    private Handover.State state(Receipt receipt) {
        return both.of(receipt).state();
    }

    @Test
    void theyAreToldWhyAndLetItGo() {
        var receipt = both.handedOver("road.lamp");
        both.takeThere(receipt, Role.VILLAGE_CLERK, both.villageB, new Step.TakeOn(""));
        askBack(receipt);
        assertThat(state(receipt)).isEqualTo(Handover.State.ASKED_BACK);
        both.work();

        assertThat(state(receipt)).isEqualTo(Handover.State.TAKEN_BACK);
        assertThat(both.there(receipt).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(both.timeline(both.there(receipt))).contains("移交单位撤回：" + WHY);
        assertThat(both.timeline(receipt)).contains("请求从乙县平台撤回：" + WHY, "已从乙县平台撤回。");
        assertThat(reasons()).contains(WHY);
        handovers.handOver(both.clerk, receipt.number(), both.partner().id(), "还是请乙县办");
        both.work();
        assertThat(state(receipt)).isEqualTo(Handover.State.SENT);
    }

    private java.util.List<String> reasons() {
        var said =
                "select reason from audit.act where county = :county and verb = 'HANDOVER_CHANGED'";
        return Wall.whole(() -> db.sql(said).param("county", COUNTY_A).query(String.class).list());
    }

    @Test
    void whatTheyAnsweredInTheSameMomentCounts() {
        var receipt = both.handedOver("road.lamp");
        askBack(receipt);
        both.answeredThere(receipt);
        both.work();

        assertThat(state(receipt)).isEqualTo(Handover.State.ANSWERED);
        assertThat(both.of(receipt).there().answer()).contains("灯已经换好");
        assertThat(both.of(receipt).back()).isEqualTo(WHY);
        assertThat(both.there(receipt).stage()).isEqualTo(Stage.FOLLOW_UP);
    }

    @Test
    void whatTheyDeclinedInTheSameMomentIsGivenBackWithTheirReason() {
        var receipt = both.handedOver("road.lamp");
        askBack(receipt);
        both.declinedThere(receipt, Reason.Decline.OUTSIDE_DUTIES, "这条路归丙县管。");
        both.work();

        assertThat(state(receipt)).isEqualTo(Handover.State.RETURNED);
        assertThat(both.of(receipt).there().reason()).isEqualTo("OUTSIDE_DUTIES");
    }

    @Test
    void theyAreAskedUntilTheyHearAndHearItOnce() {
        var receipt = both.handedOver("road.lamp");
        askBack(receipt);
        both.between.is(Between.Way.CUT);
        both.work();
        both.between.is(Between.Way.DEAF);
        both.later(Duration.ofMinutes(1));
        assertThat(state(receipt)).isEqualTo(Handover.State.ASKED_BACK);
        both.between.is(Between.Way.OPEN);
        both.later(Duration.ofMinutes(30));

        assertThat(state(receipt)).isEqualTo(Handover.State.TAKEN_BACK);
        assertThat(both.timeline(both.there(receipt))).containsOnlyOnce("移交单位撤回");
        assertThat(both.timeline(receipt)).containsOnlyOnce("已从乙县平台撤回");
    }

    @Test
    void onlyWhoHandedItOverTakesItBackAndNeverWhatIsAnswered() {
        var receipt = both.handedOver("road.lamp");
        var path = "/matters/" + both.of(receipt).there().number() + "/withdrawal";
        var body = "{\"reason\":\"%s\"}".formatted(WHY);
        var other =
                programs.of(Role.COUNTY_CLERK, staff.county(COUNTY_B), Reach.MATTERS_WRITE)
                        .post(path, body);
        assertThat(other.status()).isEqualTo(403);
        both.answeredThere(receipt);
        var late = both.officeB.post(path, body);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.at("detail")).contains("已经答复");
        assertThat(both.officeB.post(path, "{\"reason\":\"\"}").faults()).contains("reason");
    }

    @Test
    void thePageAsksItBackAndShowsHowItStands() {
        var receipt = both.handedOver("road.lamp");
        var desk = staff.as(Role.VILLAGE_CLERK, both.villageA);
        var path = "/exchange/handovers/" + both.of(receipt).id() + "/back";
        assertThat(desk.get("/exchange").body()).contains(path, "撤回理由");
        assertThat(desk.post(path, "reason", "x").status()).isEqualTo(400);
        var asked = desk.post(path, "reason", WHY);

        assertThat(desk.follow(asked).body()).contains("正在撤回", "撤回理由：" + WHY);
        assertThat(desk.post(path, "reason", WHY).status()).isEqualTo(409);
        both.work();
        assertThat(desk.get("/matters/" + receipt.number()).body()).contains("已撤回", WHY);
    }

    @Test
    void whatWasEndedHereCanStillBeAskedBackUnlessItIsElsewhere() {
        var receipt = both.handedOver("road.lamp");
        var first = both.of(receipt).id();
        handovers.end(both.clerk, first);
        handovers.handOver(both.clerk, receipt.number(), both.partner().id(), "再请乙县办");
        assertThatThrownBy(() -> handovers.askBack(both.clerk, first, WHY))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("exchange.refused.there"));
        handovers.end(both.clerk, both.of(receipt).id());
        handovers.askBack(both.clerk, first, WHY);
        both.work();

        assertThat(handovers.of(COUNTY_A, receipt.matter()))
                .extracting(Handover::state)
                .containsExactly(Handover.State.ENDED, Handover.State.TAKEN_BACK);
    }
}
