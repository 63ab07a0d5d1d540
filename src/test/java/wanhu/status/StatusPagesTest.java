package wanhu.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.Web;
import wanhu.base.CannotStart;
import wanhu.base.Role;
import wanhu.base.Vital;
import wanhu.base.VitalSource;
import wanhu.org.Unit;
import wanhu.people.Staff;

/** How the product is, as its administrator, a balancer and a watching system see it. */
@BrowserTest
class StatusPagesTest {
    private static final int COUNTY = 150473;
    private static final String TOKEN = "0123456789abcdef01234567";

    @Autowired Staff staff;
    @Autowired Web web;
    @Autowired AllVitals vitals;
    @Autowired Meters meters;

    private Unit county() {
        return staff.county(COUNTY);
    }

    @Test
    void eachRoomSaysHowItIsInBothLanguages() {
        assertThat(vitals.now())
                .extracting(Vital::name)
                .contains(
                        "audit.vital.unsealed-rows",
                        "board.vital.behind-seconds",
                        "embedded.vital.free-bytes",
                        "embedded.vital.busy-connections",
                        "intake.vital.running-imports",
                        "promise.vital.late-seconds",
                        "status.vital.heap-bytes",
                        "status.vital.missing-calendars")
                .doesNotContain("status.vital.silent-rooms");
        var page = staff.as(Role.ADMIN, county()).get("/status").body();
        assertThat(page).contains("磁盘剩余空间", "数据库连接", "备份").doesNotContain("vital.");
    }

    @Test
    void isReadAtTheDeskAndOnAPhone(Browsers browsers) {
        var admin = staff.actor(Role.ADMIN, county());
        for (Tab tab : List.of(browsers.desktop(), browsers.phone())) {
            tab.open("/sign-in");
            tab.page().click("button[value='" + admin.post() + "']");
            tab.open("/status").accessible().screenshot("status");
        }
    }

    @Test
    void whatHasToBeMendedStandsFirst() {
        var states = vitals.now().stream().map(Vital::state).toList();

        assertThat(states).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void aRoomThatCannotSayHowItIsIsNotWell() {
        VitalSource silent =
                () -> {
                    throw new IllegalStateException("Expected an answer");
                };
        var broken =
                new AllVitals(
                        new ObjectProvider<>() {
                            @Override
                            public Stream<VitalSource> stream() {
                                return Stream.of(silent);
                            }
                        });

        assertThat(broken.now())
                .singleElement()
                .extracting(Vital::state, Vital::name)
                .containsExactly(Vital.State.BAD, "status.vital.silent-rooms");
    }

    @ParameterizedTest
    @CsvSource({"0,GOOD", "59,GOOD", "60,WATCH", "599,WATCH", "600,BAD", "9000,BAD"})
    void tellsWhatIsLateFromWhatIsWorse(long seconds, Vital.State state) {
        assertThat(Vital.below("status.vital.tick-seconds", seconds, 60, 600).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"/health", "/health/ready"})
    void aBalancerIsToldThatItMaySendRequests(String path) {
        var answer = web.visitor().get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
    }

    @Test
    void withoutATokenThereAreNoFiguresAndWithAWrongOneNeither() {
        assertThat(web.visitor().get("/metrics").status()).isEqualTo(404);
        var pages = new MetricsPages(meters, TOKEN);
        for (var given : new String[] {null, "", "Bearer ", "Bearer " + TOKEN + "0", TOKEN}) {
            assertThat(pages.scrape(given).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        assertThatThrownBy(() -> new MetricsPages(meters, "short"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("24");
    }

    @Test
    void aWatchingSystemReadsTimesOfRoutesAndTheSignsOfEachRoom() {
        web.visitor().get("/m/123412341234");

        var figures = new MetricsPages(meters, TOKEN).scrape("Bearer " + TOKEN).getBody();

        assertThat(figures)
                .contains(
                        "# TYPE http_server_requests_seconds histogram",
                        "wanhu_audit_unsealed_rows ",
                        "wanhu_embedded_trouble_free_bytes 0.0",
                        "jvm_memory_used_bytes")
                .contains("route=\"/m/{code}\"")
                .doesNotContain("123412341234");
    }
}
