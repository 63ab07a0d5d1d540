package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.matter.Receipt;
import wanhu.people.Staff;

/** Matters go to a server of GeoReport v2 that answers with a token, over HTTP. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateNumbersTest {
    private static final int COUNTY_A = 154829;
    private static final int COUNTY_B = 154830;

    @Autowired Handovers handovers;
    @Autowired TwoCounties counties;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private final LateNumbers server = new LateNumbers();
    private TwoCounties.Pair both;

    @BeforeAll
    void connect() {
        both = counties.pair(COUNTY_A, COUNTY_B);
    }

    @AfterAll
    void cut() {
        both.close();
        server.close();
    }

    /** Saved anew, a partner that was mute in the test before has no rest any more. */
    @BeforeEach
    void tellsNothing() {
        both.open311(
                server.address(),
                "key",
                "category.* = lamp\nunit.* = 1\nfield.token = -\nfield.address_id = -");
        server.takes(LateNumbers.token());
        server.tells(new LateNumbers.Answer(200, "[]"));
    }

    /** Nothing of one test is sent or asked for in the next. */
    @AfterEach
    void over() {
        handovers.ofUnit(both.clerk).stream()
                .filter(each -> each.state().live())
                .forEach(each -> handovers.end(both.clerk, each.id()));
    }

    private Handover of(Receipt receipt) {
        return both.of(receipt);
    }

    private Visitor desk() {
        return staff.as(Role.VILLAGE_CLERK, both.villageA);
    }

    private void pass(Duration time) {
        for (var gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusHours(3)) {
            both.later(Duration.ofHours(3));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | []
                    200 | [{"service_request_id":"","token":"a1/b+c="}]
                    200 | [{"service_request_id":null,"token":"a1/b+c="}]
                    200 | {"token":"a1/b+c="}
                    404 | [{"code":404,"description":"not yet"}]
                    400 | [{"code":400,"description":"token not found"}]
                    500 | broken
                    """)
    void whateverTheySayBeforeThereIsANumberItIsAskedForAndNeverSentAgain(int status, String text) {
        long posts = server.posts();
        var receipt = both.handedOver("road.lamp");
        server.tells(new LateNumbers.Answer(status, text));
        both.later(Duration.ofMinutes(1));
        both.later(Duration.ofMinutes(30));

        assertThat(of(receipt).state()).isEqualTo(Handover.State.UNNUMBERED);
        assertThat(desk().get("/exchange").body()).contains("已发送，等对方编号", "不会重发");
        server.tells(LateNumbers.number("\"L-17\""));
        both.later(Duration.ofHours(7));
        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
        assertThat(of(receipt).there().number()).isEqualTo("L-17");
        assertThat(server.posts()).isEqualTo(posts + 1);
        assertThat(server.asked()).contains("GET /open311/v2/tokens/a1%2Fb%2Bc%3D.json");
        assertThat(both.timeline(receipt)).contains("等对方给出编号", "L-17");
    }

    @Test
    void aNumberThatIsNoTextIsOne() {
        var receipt = both.handedOver("road.lamp");
        server.tells(LateNumbers.number("638344"));
        both.later(Duration.ofMinutes(1));

        assertThat(of(receipt).there().number()).isEqualTo("638344");
    }

    @Test
    void itIsAskedForAtGrowingDistances() {
        var receipt = both.handedOver("road.lamp");
        long before = server.asks();
        both.later(Duration.ofMinutes(1));
        var soon = due(receipt);
        pass(Duration.ofHours(24));

        assertThat(due(receipt)).isGreaterThan(soon);
        assertThat(due(receipt)).isLessThanOrEqualTo(Duration.ofHours(6));
        assertThat(server.asks() - before).isBetween(4L, 12L);
    }

    private Duration due(Receipt receipt) {
        var handover = of(receipt);
        return Duration.between(handover.changed(), next(handover));
    }

    private static Instant next(Handover handover) {
        return Objects.requireNonNull(handover.done().next());
    }

    @Test
    void afterThreeDaysAPersonIsToldAndMayAskOnWithoutSendingAgain() {
        var receipt = both.handedOver("road.lamp");
        long posts = server.posts();
        pass(Waits.NUMBER.plusHours(7));

        assertThat(of(receipt).state()).isEqualTo(Handover.State.REFUSED);
        assertThat(of(receipt).done().fault()).isEqualTo("? no number");
        var desk = desk();
        assertThat(desk.get("/exchange").body()).contains("3 天没有给出编号", "再查编号");
        assertThat(desk.get("/desk").body()).contains("移交其他系统的事项，1 件需要处理");
        long asks = server.asks();
        pass(Duration.ofHours(24));
        assertThat(server.asks()).isEqualTo(asks);

        server.tells(LateNumbers.number("\"L-18\""));
        var again = desk.post("/exchange/handovers/" + of(receipt).id() + "/again");
        assertThat(desk.follow(again).body()).contains("正在查询对方编号");
        both.work();
        assertThat(of(receipt).there().number()).isEqualTo("L-18");
        assertThat(server.posts()).isEqualTo(posts);
    }

    @Test
    void whatTheyTookWithoutNumberAndTokenMayBeThere() {
        server.takes(new LateNumbers.Answer(201, "[{\"service_notice\":\"thanks\"}]"));
        var receipt = both.handedOver("road.lamp");

        assertThat(of(receipt).state()).isEqualTo(Handover.State.REFUSED);
        assertThat(desk().get("/exchange").body()).contains("对方可能已经收到");
    }

    @Test
    void whoWasKilledWhileItWasSentLeavesWordAndNobodySendsItAgain() {
        server.takes(new LateNumbers.Answer(503, ""));
        var receipt = both.handedOver("road.lamp");
        assertThat(of(receipt).state()).isEqualTo(Handover.State.WAITING);
        assertThat(of(receipt).posted()).isEqualTo(Handover.Posted.NOTHING);
        killedWhileSending(receipt);
        long posts = server.posts();
        both.later(Duration.ofHours(1));

        assertThat(of(receipt).state()).isEqualTo(Handover.State.REFUSED);
        assertThat(of(receipt).done().fault()).startsWith("? ");
        assertThat(server.posts()).isEqualTo(posts);
    }

    /** As the row stands when nobody wrote down what they answered. */
    private void killedWhileSending(Receipt receipt) {
        var row = "update exchange.handover set sent_at = changed_at where county = :c and id = :i";
        Wall.whole(() -> db.sql(row).param("c", COUNTY_A).param("i", of(receipt).id()).update());
    }
}
