package wanhu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.MatterFigures;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What the board has kept is what counting the matters gives, whatever happened to them. */
@WanhuTest
class HistoriesTest {
    private static final int COUNTY = 150947;
    private static final int LIVES = 60;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired MatterFigures figures;
    @Autowired Histories histories;
    @Autowired Folding folding;
    @Autowired Rollups rollups;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher facts;
    @Autowired TransactionTemplate transaction;

    private Unit county;
    private Unit township;
    private List<Unit> villages;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "账镇" + Ids.next());
        villages =
                List.of(
                        staff.below(township, UnitKind.VILLAGE, "账村甲"),
                        staff.below(township, UnitKind.VILLAGE, "账村乙"));
    }

    private Matter told(Unit place, String category) {
        var content = new Report.Content(Kind.HELP, category, Channel.WEB, false, "一件事", "");
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        place.id(),
                        "",
                        null,
                        Report.Contact.NONE,
                        clock.instant());
        return matters.get(COUNTY, reports.report(null, report).matter());
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private Matter replied(Unit village, Matter matter) {
        var known = take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, "电话"));
        var reply = new Step.Reply(Reason.Result.SOLVED, "已修好。", "", "");
        return take(Role.VILLAGE_CLERK, village, known, reply);
    }

    private void assertCountedRight() {
        for (Actor actor :
                List.of(
                        staff.actor(Role.LEADER, county),
                        staff.actor(Role.TOWNSHIP_CLERK, township),
                        staff.actor(Role.VILLAGE_CLERK, villages.getFirst()),
                        staff.actor(Role.ADMIN, county))) {
            var until = Zones.day(clock.instant());
            var from = YearMonth.from(until).minusMonths(11);
            assertThat(histories.history(actor, from, until))
                    .isEqualTo(
                            new Histories.History(
                                    figures.solved(actor, from.atDay(1), until),
                                    figures.months(actor, from.atDay(1), until),
                                    figures.categories(actor, from.atDay(1), until),
                                    clock.instant()));
        }
    }

    private record Life(Unit village, Matter matter) {}

    /** One step of a life that is allowed now, or none. */
    private Matter lived(Life life, Random random) {
        var matter = life.matter();
        var village = life.village();
        int luck = random.nextInt(3);
        return switch (matter.stage()) {
            case REGISTERED -> take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));
            case IN_PROGRESS -> replied(village, matter);
            case REVIEW ->
                    take(
                            Role.TOWNSHIP_CLERK,
                            township,
                            matter,
                            luck == 0 ? new Step.SendBack("再看看") : new Step.Approve(""));
            case FOLLOW_UP ->
                    take(Role.FOLLOW_UP, county, matter, new Step.FollowUp(luck == 0, null, "问过"));
            default -> matter;
        };
    }

    @Test
    void countsWhatRandomLivesLeave() {
        var random = new Random(20260803);
        var lives = new ArrayList<Life>();
        for (int at = 0; at < LIVES; at++) {
            var village = villages.get(random.nextInt(2));
            told(township, "road");
            lives.add(new Life(village, told(village, at % 2 == 0 ? "farm.power" : "road")));
            clock.advance(Duration.ofHours(random.nextInt(60)));
            for (int step = 0; step < 3; step++) {
                int one = random.nextInt(lives.size());
                var life = lives.get(one);
                lives.set(one, new Life(life.village(), lived(life, random)));
            }
            if (at % 7 == 0) {
                assertCountedRight();
            }
        }

        assertCountedRight();
        rollups.distrust(folding, COUNTY);
        assertCountedRight();
    }

    @Test
    void findsWhatCommitsLate() throws Exception {
        var before = told(villages.getLast(), "farm");
        var written = new CountDownLatch(1);
        var counted = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var late =
                    other.submit(() ->
                            transaction.execute(_ -> {
                                var matter = told(villages.getFirst(), "farm");
                                written.countDown();
                                await(counted);
                                return matter;
                            }));
            await(written);
            take(Role.VILLAGE_CLERK, villages.getLast(), before, new Step.TakeOn(""));
            rollups.follow(folding, COUNTY);
            counted.countDown();
            late.get();
        }

        assertCountedRight();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Expected to be let go on", stopped);
        }
    }

    @Test
    void followsAUnitToItsNewPlace() {
        told(villages.getFirst(), "farm");
        assertCountedRight();
        var moved =
                new wanhu.org.UnitMoved(
                        COUNTY,
                        clock.instant(),
                        villages.getFirst().id(),
                        villages.getFirst().path(),
                        villages.getLast().path());
        transaction.executeWithoutResult(_ -> facts.publishEvent(moved));

        assertCountedRight();
    }
}
