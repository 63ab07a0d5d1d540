package wanhu.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Settled;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.TestPrograms;

/** A receiver that begins to answer and never ends. */
@WanhuTest
class EndlessAnswerTest {
    private static final int COUNTY = 154747;

    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired Follower follower;
    @Autowired HookSender sender;
    @Autowired JdbcClient db;

    @Test
    void isTakenByItsHead() throws Exception {
        var county = staff.county(COUNTY);
        var village =
                staff.below(staff.below(county, UnitKind.TOWNSHIP, "慢镇"), UnitKind.VILLAGE, "慢村");
        var office = programs.of(Role.COUNTY_CLERK, county);
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> headAlone(server));
            var hook =
                    office.post(
                                    "/hooks",
                                    "{\"address\":\"http://127.0.0.1:%d/\",\"events\":[\"matter.reported\"]}"
                                            .formatted(server.getLocalPort()))
                            .at("hook", "id");
            office.post(
                    "/matters",
                    "{\"kind\":\"HELP\",\"category\":\"road.lamp\",\"place\":\"%s\",\"text\":\"路灯不亮。\",\"name\":\"张三\",\"phone\":\"13800138000\"}"
                            .formatted(village.code()));
            Settled.await(db);
            follower.follow(COUNTY);

            for (var each : sender.begin()) {
                each.get(8, TimeUnit.SECONDS);
            }

            assertThat(office.get("/hooks/" + hook + "/deliveries").text()).contains("TAKEN");
        }
    }

    private static void headAlone(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException _) {
            // It has hung up, as it should.
        }
    }
}
