package wanhu.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Program;
import wanhu.token.TestPrograms;

/** Other systems are called: signed, until they take it, about what their token sees. */
@WanhuTest
class HookTest {
    private static final int COUNTY = 154742;

    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired Follower follower;
    @Autowired HookSender sender;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit township;
    private Unit village;
    private Program office;

    @BeforeEach
    void make() {
        township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "推送镇");
        village = staff.below(township, UnitKind.VILLAGE, "推送村");
        office = programs.of(Role.TOWNSHIP_CLERK, township);
    }

    /** A system that is called, and keeps what it was told. */
    private static final class Receiver implements AutoCloseable {
        private final HttpServer server;
        private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
        private volatile int status = 204;

        Receiver() {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            server.createContext(
                    "/",
                    exchange -> {
                        var headers = exchange.getRequestHeaders();
                        calls.add(
                                Map.of(
                                        "id", headers.getFirst("webhook-id"),
                                        "at", headers.getFirst("webhook-timestamp"),
                                        "signature", headers.getFirst("webhook-signature"),
                                        "body",
                                                new String(
                                                        exchange.getRequestBody().readAllBytes(),
                                                        StandardCharsets.UTF_8)));
                        exchange.getResponseHeaders().add("Location", "http://192.0.2.1/");
                        exchange.sendResponseHeaders(status, -1);
                        exchange.close();
                    });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private Program.Said hooked(Program program, String address) {
        return program.post(
                "/hooks",
                "{\"address\":\"%s\",\"events\":[\"matter.reported\",\"matter.moved\"]}"
                        .formatted(address));
    }

    private String reported(Unit place) {
        return programs.of(Role.COUNTY_CLERK, staff.county(COUNTY))
                .post(
                        "/matters",
                        """
                        {"kind":"HELP","category":"road.lamp","place":"%s","text":"路灯不亮。","name":"张三","phone":"13800138000"}
                        """
                                .formatted(place.code()))
                .at("number");
    }

    private void sent() {
        Settled.await(db);
        follower.follow(COUNTY);
        for (Future<?> each : sender.begin()) {
            try {
                each.get();
            } catch (InterruptedException | ExecutionException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    @Test
    void tellsSignedWhatHappenedAndNothingOfAnybody() throws Exception {
        try (var receiver = new Receiver()) {
            var secret = hooked(office, receiver.address()).at("secret");
            var number = reported(village);
            sent();
            var call = receiver.calls.getFirst();
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            Base64.getDecoder().decode(secret.substring("whsec_".length())),
                            "HmacSHA256"));
            var content = call.get("id") + "." + call.get("at") + "." + call.get("body");
            var signed =
                    Base64.getEncoder()
                            .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));

            assertThat(receiver.calls).hasSize(1);
            assertThat(call).containsEntry("signature", "v1," + signed);
            assertThat(call.get("body"))
                    .contains(number, "matter.reported", "REGISTERED")
                    .doesNotContain("路灯", "张三", "13800138000");
        }
    }

    @Test
    void tellsNobodyWhatTheirPostDoesNotSee() {
        try (var receiver = new Receiver()) {
            hooked(office, receiver.address());
            reported(staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "别处镇"));
            sent();

            assertThat(receiver.calls).isEmpty();
        }
    }

    @Test
    void triesAgainUnderTheSameIdAfterGrowingWaitsAndGivesUpAfterThreeDays() {
        try (var receiver = new Receiver()) {
            var hook = hooked(office, receiver.address()).at("hook", "id");
            receiver.status = 500;
            reported(village);
            sent();
            sent();
            clock.advance(Duration.ofSeconds(10));
            sent();
            for (int count = 0; count < 12; count++) {
                clock.advance(Duration.ofHours(12));
                sent();
            }
            var ids = receiver.calls.stream().map(call -> call.get("id")).distinct().toList();
            var row = office.get("/hooks/" + hook + "/deliveries");

            assertThat(ids).hasSize(1);
            assertThat(receiver.calls).hasSizeBetween(6, 12);
            assertThat(row.at("items", 0, "state")).isEqualTo("GIVEN_UP");
            assertThat(row.at("items", 0, "status")).isEqualTo("500");
        }
    }

    @Test
    void callsAgainWhenSomebodyAsks() {
        try (var receiver = new Receiver()) {
            var hook = hooked(office, receiver.address()).at("hook", "id");
            reported(village);
            sent();
            var id = receiver.calls.getFirst().get("id");
            office.post("/hooks/" + hook + "/deliveries/" + id + "/replay", "{}");
            sent();
            var page = staff.as(Role.TOWNSHIP_CLERK, township);
            var shown = page.get("/hooks/" + hook);
            page.post("/hooks/" + hook + "/calls/" + id + "/again");
            sent();

            assertThat(receiver.calls.stream().map(call -> call.get("id")))
                    .containsExactly(id, id, id);
            assertThat(shown.body()).contains("已收下");
        }
    }

    @Test
    void aRedirectIsNoAnswerAndADeadReceiverHoldsNobody() {
        try (var receiver = new Receiver();
                var moved = new Receiver()) {
            moved.status = 302;
            var dead = hooked(office, "http://127.0.0.1:1/").at("hook", "id");
            var away = hooked(office, moved.address()).at("hook", "id");
            hooked(office, receiver.address());
            reported(village);
            sent();

            assertThat(receiver.calls).hasSize(1);
            assertThat(office.get("/hooks/" + away + "/deliveries").at("items", 0, "status"))
                    .isEqualTo("302");
            assertThat(office.get("/hooks/" + dead + "/deliveries").at("items", 0, "fault"))
                    .isEqualTo("ConnectException");
        }
    }

    @Test
    void bothSecretsSignForADay() {
        try (var receiver = new Receiver()) {
            var hook = hooked(office, receiver.address()).at("hook", "id");
            var made = office.post("/hooks/" + hook + "/secret", "{}");
            reported(village);
            sent();
            clock.advance(Duration.ofDays(2));
            reported(village);
            sent();

            assertThat(made.at("secret")).startsWith("whsec_");
            assertThat(receiver.calls.get(0).get("signature")).contains(" v1,");
            assertThat(receiver.calls.get(1).get("signature")).doesNotContain(" ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9/",
                "http://[::1]/",
                "http://10.0.0.7/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest",
                "http://172.16.0.1/",
                "http://0.0.0.0/",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "ftp://example.com/",
                "http://user:pass@example.com/",
                "nonsense"
            })
    void closedAndStrangeAddressesAreNotCalled(String address) {
        assertThat(hooked(office, address).status()).isIn(400, 422);
    }

    @Test
    void endsWithTheWishAndWithTheToken() {
        try (var receiver = new Receiver()) {
            var hook = hooked(office, receiver.address()).at("hook", "id");
            var twice = hooked(office, receiver.address());
            var gone = office.call("DELETE", "/hooks/" + hook, "", "application/json");
            reported(village);
            sent();

            assertThat(List.of(twice.status(), gone.status())).containsExactly(409, 204);
            assertThat(office.get("/hooks/" + hook).status()).isEqualTo(404);
            assertThat(receiver.calls).isEmpty();
        }
    }

    @Test
    void namesWhatIsWrong() {
        var none = office.post("/hooks", "{\"address\":\"https://example.com/\",\"events\":[]}");
        var odd =
                office.post("/hooks", "{\"address\":\"https://example.com/\",\"events\":[\"x\"]}");
        var bare = office.post("/hooks", "{\"events\":[\"matter.moved\"]}");

        assertThat(List.of(none.status(), odd.status(), bare.status()))
                .containsExactly(400, 400, 400);
        assertThat(odd.faults()).containsExactly("events");
        assertThat(bare.faults()).containsExactly("address");
    }
}
