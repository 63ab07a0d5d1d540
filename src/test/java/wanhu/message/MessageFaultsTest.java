package wanhu.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.message.Message.State;
import wanhu.people.Staff;

/** Messages where the outside is mute, slow, talks too much or comes back late. */
@WanhuTest
class MessageFaultsTest {
    private static final String CLOSED_PORT = "http://127.0.0.1:1/";
    private static final int PIECE_ROWS = 50;

    @Autowired Staff staff;
    @Autowired MessageCounty county;
    @Autowired MessageCounty neighbour;
    @Autowired Notices notices;
    @Autowired MessageSender sender;
    @Autowired MessageVitals vitals;
    @Autowired TestClock clock;

    private final Operator operator = new Operator();

    @BeforeEach
    void begin() {
        clock.set("2026-08-17T09:00");
    }

    @AfterEach
    void end() {
        county.off();
        neighbour.off();
        operator.close();
    }

    private List<String> attempts(MessageCounty of) {
        return of.sent().stream()
                .map(each -> each.delivery().state() + " " + each.delivery().attempts())
                .toList();
    }

    @Test
    void aMuteOperatorIsAskedOnceAMinuteAndKeepsNobodyElseWaiting() {
        county.on(Channel.DINGTALK, CLOSED_PORT);
        neighbour.on(Channel.DINGTALK, operator.href("/neighbour"));
        county.raised();
        county.raised();
        neighbour.raised();

        sender.run();

        assertThat(attempts(county)).containsExactlyInAnyOrder("WAITING 1", "WAITING 0");
        assertThat(attempts(neighbour)).containsExactly("SENT 1");
        county.on(Channel.DINGTALK, operator.href("/county"));
        clock.set("2026-08-17T09:01");
        sender.run();
        assertThat(attempts(county)).containsExactlyInAnyOrder("SENT 2", "SENT 1");
    }

    @Test
    void whatWasClaimedIsLeftAloneWhenItsLeaseIsOver() {
        county.on(Channel.DINGTALK, operator.href("/county"));
        operator.meanwhile(() -> clock.set("2026-08-17T09:04:40"));
        county.raised();
        county.raised();

        sender.run();
        assertThat(operator.calls()).hasSize(1);

        clock.set("2026-08-17T09:05");
        sender.run();
        assertThat(operator.calls()).hasSize(2);
    }

    @Test
    void aTextThatWasTakenStaysSentWhenNobodySaysWhatBecameOfIt() {
        county.on(Channel.SMS, operator.href("/SMS"));
        operator.answers(200, "{\"id\":\"op-1\",\"state\":\"accepted\"}");
        county.takenOn();
        sender.run();

        operator.answers(503, "");
        for (int asked = 0; asked < 2 * MessageSender.ATTEMPTS_MAX; asked++) {
            clock.advance(Duration.ofMinutes(10));
            sender.run();
        }
        assertThat(county.sent())
                .extracting(each -> each.delivery().state())
                .containsExactly(State.SENT);

        operator.answers(200, "{\"id\":\"op-1\",\"state\":\"failed\"}");
        clock.advance(Duration.ofMinutes(10));
        sender.run();
        assertThat(county.sent())
                .extracting(each -> each.delivery().state())
                .containsExactly(State.FAILED);
    }

    @Test
    @Timeout(8)
    void anAnswerThatDoesNotComeOrHasNoEndIsCutOff() throws Exception {
        var carrier = new HttpCarrier(new Outbound("127.0.0.1"), Duration.ofMillis(400));
        var letter = new Carrier.Letter(Ids.next(), "", "", "text", "");
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> headAlone(mute));
            var setting = robot("http://127.0.0.1:" + mute.getLocalPort() + "/");

            assertThat(carrier.send(setting, "", letter).answer()).isEqualTo(Carrier.Answer.SILENT);
        }
        operator.answers(200, "{\"state\":\"" + "x".repeat(1_000_000) + "\"}");
        assertThat(carrier.send(robot(operator.href("/")), "", letter).answer())
                .isEqualTo(Carrier.Answer.SILENT);
    }

    private ChannelSetting robot(String endpoint) {
        return new ChannelSetting(
                county.county.county(),
                Ids.next(),
                Channel.WECOM,
                true,
                endpoint,
                "",
                "",
                null,
                "");
    }

    /** The head of an answer, and never its body, until the other side hangs up. */
    private static void headAlone(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The carrier has hung up, as it should.
        }
    }

    @Test
    void noticesOfOneMomentAreAllReadOnceFromPieceToPiece() {
        var clerk = county.townshipClerk();
        var at = Instant.parse("2026-08-17T00:30:00Z");
        for (int n = 0; n < PIECE_ROWS + 10; n++) {
            var about = new Message.About("督" + n, "150524-20260817-0001", "/messages");
            notices.add(
                    county.county.county(),
                    new Notices.Notice(clerk.unit(), "CHASED", "t" + n, about, false, at));
        }

        var first = notices.page(clerk, Before.read(""));
        var second = notices.page(clerk, Before.read(String.valueOf(first.next())));

        var numbers = new ArrayList<String>();
        first.rows().forEach(each -> numbers.add(each.notice().about().number()));
        second.rows().forEach(each -> numbers.add(each.notice().about().number()));
        assertThat(numbers).hasSize(PIECE_ROWS + 10).doesNotHaveDuplicates();
        assertThat(second.next()).isNull();
    }

    @Test
    void theAdministratorTakesBackWhatWaitsButNotWhatWent() {
        county.on(Channel.DINGTALK, operator.href("/county"));
        clock.set("2026-08-17T23:00");
        county.raised();
        var admin = staff.as(Role.ADMIN, county.county);
        var path = "/messages/deliveries/" + county.sent().getFirst().id() + "/drop";
        assertThat(admin.get("/messages/deliveries").body()).contains("待发送", path);

        assertThat(admin.post(path).status()).isEqualTo(303);
        clock.set("2026-08-18T09:00");
        sender.run();

        assertThat(operator.calls()).isEmpty();
        assertThat(admin.get("/messages/deliveries?state=DROPPED").body()).contains("不再发送");
        assertThat(admin.post(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsTypedIntoAChannelStaysWhenItIsRefused() {
        var admin = staff.as(Role.ADMIN, county.county);
        admin.get("/messages/channels");

        var answer =
                admin.post(
                        "/messages/channels",
                        "channel",
                        "SMS",
                        "endpoint",
                        "http://169.254.169.254/",
                        "sender",
                        "库伦旗民情办");

        assertThat(answer.body())
                .contains(
                        "指向内部网络",
                        "http://169.254.169.254/",
                        "库伦旗民情办",
                        "<details class=\"more\" open");
    }

    @Test
    void whoRunsTheProductSeesWhatIsLate() {
        county.on(Channel.DINGTALK, operator.href("/county"));
        county.raised();
        clock.advance(Duration.ofMinutes(11));

        assertThat(vitals.vitals())
                .filteredOn(vital -> vital.what().equals("late-seconds"))
                .singleElement()
                .satisfies(vital -> assertThat(vital.value()).isGreaterThanOrEqualTo(660));
    }
}
