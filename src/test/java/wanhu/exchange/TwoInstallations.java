package wanhu.exchange;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.faults.SecondWanhu;
import wanhu.life.By;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Residents;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * {@link ConformanceTest} against another installation, a program and a database of its own, which
 * is killed while matters are on their way. Run by {@code ./check --faults}.
 */
@WanhuTest
class TwoInstallations {
    private static final int COUNTY = 154825;

    @Autowired Handovers handovers;
    @Autowired HandoverRun run;
    @Autowired Partners partners;
    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired TestClock clock;

    private Unit village;

    @BeforeEach
    void place() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "近镇");
        village = staff.below(township, UnitKind.VILLAGE, "近村");
    }

    @Test
    void aMatterGoesToAnotherInstallationAndComesBackThoughThatIsKilled(@TempDir Path data) {
        try (var second = new SecondWanhu(data)) {
            var partner = known(second);
            var first = handedOver(partner);
            var gone = handedOver(partner);
            assertThat(of(first).state()).isEqualTo(Handover.State.SENT);

            second.kill();
            var later = handedOver(partner);
            assertThat(of(later).state()).isEqualTo(Handover.State.WAITING);
            withdrawn(gone);
            var begun = Instant.now();
            second.start();
            System.out.printf("up again after %d s%n", begun.until(Instant.now(), SECONDS));
            after(Duration.ofMinutes(30));
            after(Waits.ASK);

            assertThat(of(later).state()).isEqualTo(Handover.State.SENT);
            assertThat(of(gone).state()).isEqualTo(Handover.State.TAKEN_BACK);
            assertThat(second.office().get("/matters?lens=AREA").body().path("items")).hasSize(3);
            assertThat(stage(second, of(gone))).isEqualTo("WITHDRAWN");
            answer(second, of(first).there().number());
            decline(second, of(later).there().number());
            after(Waits.ASK);
            assertThat(of(first).there().answer()).isEqualTo("灯已经换好，今晚就亮。");
            assertThat(of(first).state()).isEqualTo(Handover.State.ANSWERED);
            assertThat(of(later).state()).isEqualTo(Handover.State.RETURNED);
            assertThat(timeline(later)).contains("这条路归丙县管。");
        }
    }

    private static String stage(SecondWanhu second, Handover there) {
        return second.office().get("/matters/" + there.there().number()).at("stage");
    }

    private void withdrawn(Receipt receipt) {
        var matter = matters.get(COUNTY, receipt.matter());
        var step = new Step.Withdraw("自己修好了");
        matters.take(new By.Requester(receipt.requester()), Taking.of(matter, step));
    }

    private Partner known(SecondWanhu second) {
        var wish =
                new Partners.Wish(
                        null,
                        "远县平台",
                        second.address().replace("localhost", "127.0.0.1") + "/api/v1/",
                        Partner.Language.WANHU,
                        second.office().secret(),
                        true,
                        null,
                        "category.* = road.lamp\nunit.* = " + second.village());
        var id = partners.save(staff.actor(Role.ADMIN, staff.county(COUNTY)), wish);
        return partners.find(COUNTY, id).orElseThrow();
    }

    private Receipt handedOver(Partner partner) {
        var content = Residents.help("road.lamp", "桥头的路灯坏了", "晚上看不见路。");
        var receipt = residents.tell(village, content, Residents.KNOWN);
        var told = matters.get(COUNTY, receipt.matter());
        residents.take(Role.VILLAGE_CLERK, village, told, new Step.TakeOn(""));
        var clerk = staff.actor(Role.VILLAGE_CLERK, village);
        handovers.handOver(clerk, receipt.number(), partner.id(), "路灯由远县管护");
        Between.ended(run.begin());
        return receipt;
    }

    private void after(Duration time) {
        clock.advance(time.plusSeconds(1));
        Between.ended(run.begin());
    }

    private Handover of(Receipt receipt) {
        return handovers.of(COUNTY, receipt.matter()).getFirst();
    }

    private String timeline(Receipt receipt) {
        return matters.timeline(matters.get(COUNTY, receipt.matter())).stream()
                .map(line -> line.note() + line.told())
                .collect(Collectors.joining("\n"));
    }

    private static void answer(SecondWanhu second, String number) {
        var clerk = second.clerk().with("If-Match", "*");
        var office = second.office().with("If-Match", "*");
        var steps = "/matters/" + number + "/steps/";
        assertThat(clerk.post(steps + "TakeOn", "{}").status()).isEqualTo(200);
        var reply = "{\"result\":\"SOLVED\",\"answer\":\"灯已经换好，今晚就亮。\",\"notContacted\":\"由近县联系\"}";
        assertThat(clerk.post(steps + "Reply", reply).status()).isEqualTo(200);
        assertThat(office.post(steps + "Approve", "{}").status()).isEqualTo(200);
    }

    private static void decline(SecondWanhu second, String number) {
        var no = "{\"reason\":\"OUTSIDE_DUTIES\",\"told\":\"这条路归丙县管。\"}";
        var clerk = second.clerk().with("If-Match", "*");
        assertThat(clerk.post("/matters/" + number + "/steps/Decline", no).status()).isEqualTo(200);
    }
}
