package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A command is one step, however often and from wherever it comes. */
@WanhuTest
class ClaimsTest {
    private static final int COUNTY = 150_913;
    private static final int SENDERS = 12;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit county;
    private Unit village;
    private Actor clerk;

    @BeforeEach
    void place() {
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "令镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "令村");
        clerk = staff.actor(Role.VILLAGE_CLERK, village);
    }

    private static Taking wish(Matter matter, UUID command, Step step) {
        return new Taking(COUNTY, matter.id(), Taking.ANY_VERSION, command, step, null, null);
    }

    private static Taking remark(Matter matter, UUID command) {
        return wish(matter, command, new Step.Remark("已经去看过"));
    }

    private Matter take(Actor actor, Taking taking) {
        return matters.take(new By.Staff(actor), taking);
    }

    private int remarks(Matter matter) {
        return db.sql(
                        """
                        select count(*)
                        from matter.step
                        where county = :county and matter_id = :matter and step = 'Remark'
                        """)
                .param("county", COUNTY)
                .param("matter", matter.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void theSameAgainIsOneStepAndTheSameAnswer() {
        var matter = residents.told(village, "路灯坏了");
        var command = UUID.randomUUID();

        var first = take(clerk, remark(matter, command));

        assertThat(take(clerk, remark(matter, command))).isEqualTo(first);
        assertThat(remarks(matter)).isEqualTo(1);
    }

    @Test
    void theSameAtOnceFromMoreSendersIsOneStepToo() throws Exception {
        var matter = residents.told(village, "路灯坏了");
        var wish = remark(matter, UUID.randomUUID());
        var ready = new CountDownLatch(SENDERS);
        var answers = new ArrayList<Future<Matter>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Matter> send =
                    () -> {
                        ready.countDown();
                        ready.await();
                        return take(clerk, wish);
                    };
            Collections.nCopies(SENDERS, send).forEach(each -> answers.add(threads.submit(each)));
        }

        assertThat(answers.stream().map(Future::resultNow).map(Matter::version)).containsOnly(2);
        assertThat(remarks(matter)).isEqualTo(1);
    }

    @Test
    void otherCommandsThatWaitedForItAreStepsOfTheirOwn() {
        var matter = residents.told(village, "路灯坏了");
        var answers = new ArrayList<Future<Matter>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < SENDERS; at++) {
                answers.add(threads.submit(() -> take(clerk, remark(matter, UUID.randomUUID()))));
            }
        }

        assertThat(answers.stream().map(Future::resultNow).map(Matter::version))
                .doesNotHaveDuplicates();
        assertThat(remarks(matter)).isEqualTo(SENDERS);
    }

    @Test
    void aCommandThatLedToOneMatterLeadsToNoOther() {
        var matter = residents.told(village, "路灯坏了");
        var other = residents.told(village, "水管坏了");
        var command = UUID.randomUUID();
        take(clerk, remark(matter, command));

        assertThatThrownBy(() -> take(clerk, remark(other, command)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("matter.refused.command"));
        assertThat(remarks(other)).isZero();
    }

    @Test
    void whatWasRefusedMayComeAgainWithTheSameCommand() {
        var matter = residents.told(village, "路灯坏了");
        var command = UUID.randomUUID();
        var stranger =
                staff.actor(
                        Role.DEPARTMENT_CLERK,
                        staff.below(county, UnitKind.DEPARTMENT, "令局" + Ids.next()));
        assertThatThrownBy(() -> take(stranger, remark(matter, command)))
                .isInstanceOf(Refused.class);

        take(clerk, remark(matter, command));

        assertThat(remarks(matter)).isEqualTo(1);
    }

    @Test
    void aCommandFromBeforeStepsCarriedThemIsKnown() {
        var matter = residents.told(village, "路灯坏了");
        var command = UUID.randomUUID();
        db.sql("insert into matter.command values (:county, :id, :matter, now())")
                .param("county", COUNTY)
                .param("id", command)
                .param("matter", matter.id())
                .update();

        assertThat(take(clerk, remark(matter, command)).version()).isEqualTo(matter.version());
        assertThat(remarks(matter)).isZero();
    }

    @Test
    void whoSeesTheMatterNoLongerGetsTheSameAnswer() {
        var elsewhere = staff.below(county, UnitKind.TOWNSHIP, "别镇" + Ids.next());
        var receiver = staff.below(elsewhere, UnitKind.VILLAGE, "别村");
        var sender = staff.actor(Role.VILLAGE_CLERK, receiver);
        var content = Residents.help("road", "路灯坏了", "夜里看不见路");
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        receiver.id(),
                        Residents.KNOWN,
                        clock.instant());
        var matter = matters.get(COUNTY, reports.report(null, report).matter());
        var raise = new Step.Escalate(Reason.Escalate.BEYOND_POWERS, "村里没有条件。", null);
        var wish = wish(matter, UUID.randomUUID(), raise);

        var raised = take(sender, wish);

        assertThatThrownBy(() -> matters.get(sender, matter.id())).isInstanceOf(Refused.class);
        assertThat(take(sender, wish)).isEqualTo(raised);
    }
}
