package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Wall;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;

/**
 * What the clock does to meetings: cut-offs, prompts, ticks that come late, twice, or on two nodes.
 */
@WanhuTest
class RoundTickTest {
    private static final Decision RAISE =
            new Decision.Raise(Reason.Escalate.NO_MONEY, "村里问过电工，筹款不够。", null);

    @Autowired County county;
    @Autowired Rounds rounds;
    @Autowired Decisions decisions;
    @Autowired RoundTick tick;
    @Autowired Reminders reminders;
    @Autowired Matters matters;
    @Autowired TestClock clock;

    private County.Place place;

    @BeforeEach
    void units() {
        clock.set("2026-08-18T09:00");
        place = county.place();
        tick.run();
    }

    private Round weekly() {
        return county.running(place.village(), "VILLAGE_WEEKLY", RoundState.OPEN);
    }

    /** Decided by the village in this week's meeting. */
    private Matter raisedByTheVillage() {
        var matter = county.told(place.village());
        var meeting = weekly();
        rounds.begin(county.villageClerk(place), meeting.id());
        return decisions.decide(county.villageClerk(place), meeting.id(), matter.id(), RAISE);
    }

    private void at(String time) {
        clock.set(time);
        tick.run();
    }

    @Test
    void whatIsRaisedOnTheTwentiethBeforeMidnightIsOnThisMonthsList() {
        clock.set("2026-08-20T23:59");
        var matter = raisedByTheVillage();
        at("2026-08-21T00:05");

        var monthly = county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.FROZEN);
        assertThat(rounds.items(monthly)).extracting(Item::matter).containsExactly(matter.id());
    }

    @Test
    void whatIsRaisedAtMidnightGoesToNextMonthsList() {
        clock.set("2026-08-21T00:00");
        var matter = raisedByTheVillage();
        at("2026-08-21T00:05");

        var next = county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.OPEN);
        assertThat(next.period()).isEqualTo("2026-09");
        assertThat(rounds.waiting(next)).extracting(each -> each.id()).containsExactly(matter.id());
        assertThat(county.running(place.township()))
                .extracting(Round::state)
                .doesNotContain(RoundState.FROZEN);
    }

    @Test
    void aMissingWeeklyMeetingIsPromptedToTheTownshipOnSundayAtMidnight() {
        at("2026-08-23T23:59:59");
        assertThat(reminders.open(county.townshipClerk(place))).isEmpty();

        at("2026-08-24T00:00");
        assertThat(reminders.open(county.townshipClerk(place)))
                .extracting(Prompt::period)
                .containsExactly("2026-W34");
    }

    @Test
    void ticksThatComeTwiceOrOnTwoNodesEnrolOnce() throws Exception {
        raisedByTheVillage();
        clock.set("2026-08-21T00:00");
        var first = Thread.ofPlatform().start(() -> Wall.whole(() -> tick.run()));
        var second = Thread.ofPlatform().start(() -> Wall.whole(() -> tick.run()));
        first.join();
        second.join();
        tick.run();

        var monthly = county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.FROZEN);
        assertThat(rounds.items(monthly)).hasSize(1);
        assertThat(county.running(place.township()))
                .extracting(Round::period)
                .containsExactlyInAnyOrder("2026-08", "2026-09");
    }

    @Test
    void aLateTickPutsOnTheListOnlyWhatCameBeforeTheCutOff() {
        var matter = raisedByTheVillage();
        clock.set("2026-08-22T10:00");
        var later = county.told(place.village());
        matters.take(
                new By.Staff(county.villageClerk(place)),
                Taking.of(later, new Step.Escalate(Reason.Escalate.NO_PEOPLE, "没有人手", null)));
        at("2026-08-25T08:00");

        var monthly = county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.FROZEN);
        assertThat(rounds.items(monthly)).extracting(Item::matter).containsExactly(matter.id());
    }

    @Test
    void weeksThatPassedWhileTheProductStoodStillAreMadeUpFor() {
        at("2026-09-10T09:00");

        assertThat(reminders.open(county.townshipClerk(place)))
                .extracting(Prompt::period)
                .containsExactlyInAnyOrder("2026-W34", "2026-W35", "2026-W36");
    }
}
