package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.matter.TimelineLine;
import wanhu.org.Units;

/** A matter climbs from the village's weekly meeting to the county, and back. */
@WanhuTest
class RoundsTest {
    private static final Decision RAISE =
            new Decision.Raise(Reason.Escalate.NO_MONEY, "村里问过电工，筹款不够。", null);

    @Autowired County county;
    @Autowired Rounds rounds;
    @Autowired Decisions decisions;
    @Autowired RoundTick tick;
    @Autowired Matters matters;
    @Autowired Units units;
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
    void theWeeklyListFillsItselfWithWhatTheVillageAndItsGridsHold() {
        var inVillage = county.told(place.village());
        var inGrid = county.told(place.grid());
        var clerk = county.villageClerk(place);
        var toGrid =
                new Step.Dispatch(
                        Hold.of(units.tree(place.code()), place.grid().id()),
                        List.of(),
                        null,
                        null,
                        "");
        matters.take(new By.Staff(clerk), Taking.of(inGrid, new Step.Admit(null)));
        matters.take(new By.Staff(clerk), Taking.of(county.now(place.code(), inGrid.id()), toGrid));

        assertThat(rounds.waiting(weekly()))
                .extracting(each -> each.id())
                .containsExactlyInAnyOrder(inVillage.id(), inGrid.id());
    }

    @Test
    void aMatterClimbsFromTheWeeklyMeetingToTheCountyAndIsDispatchedThere() {
        var matter = raisedByTheVillage();
        at("2026-08-21T00:00");
        var monthly = county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.FROZEN);
        assertThat(Zones.day(Objects.requireNonNull(monthly.due()).minusSeconds(1)))
                .isEqualTo(LocalDate.parse("2026-08-28"));
        decisions.decide(county.townshipClerk(place), monthly.id(), matter.id(), RAISE);

        at("2026-08-29T00:00");
        var batch = county.running(place.county(), "COUNTY_MONTHLY", RoundState.FROZEN);
        var lead = Hold.of(units.tree(place.code()), place.power().id());
        var order = new Decision.Dispatch(lead, List.of(), Term.parse("10wd"), "请勘查架线", null);
        var after = decisions.decide(county.countyClerk(place), batch.id(), matter.id(), order);

        assertThat(after.parties().holder().unit()).isEqualTo(place.power().id());
        assertThat(matters.timeline(after))
                .extracting(TimelineLine::step)
                .containsExactly("Register", "Escalate", "Escalate", "Dispatch");
        assertThat(matters.timeline(after))
                .extracting(TimelineLine::round)
                .containsSequence(monthly.id(), batch.id());
    }

    @Test
    void aDecisionOnWhatHasLeftMeanwhileIsRefusedAndTheOthersStand() {
        var gone = county.told(place.village());
        var stays = county.told(place.village());
        var clerk = county.villageClerk(place);
        var meeting = weekly();
        rounds.begin(clerk, meeting.id());
        matters.take(
                new By.Staff(clerk),
                Taking.of(gone, new Step.Escalate(Reason.Escalate.NO_MONEY, "筹过款", null)));

        refused(
                () -> decisions.decide(clerk, meeting.id(), gone.id(), new Decision.TakeOn("")),
                "round.refused.left");
        decisions.decide(clerk, meeting.id(), stays.id(), new Decision.TakeOn("书记去看"));
        rounds.finish(clerk, meeting.id(), County.seat());
        assertThat(rounds.items(meeting))
                .extracting(item -> Objects.requireNonNull(item.ruling()).outcome())
                .containsExactlyInAnyOrder(Outcome.LEFT, Outcome.TAKEN_ON);
    }

    @Test
    void aMeetingEndsOnlyWhenEachItemIsDecidedOrCarriedOn() {
        var matter = county.told(place.village());
        var clerk = county.villageClerk(place);
        var meeting = weekly();
        rounds.begin(clerk, meeting.id());
        refused(() -> rounds.finish(clerk, meeting.id(), County.seat()), "round.refused.undecided");

        assertThat(decisions.carryRest(clerk, meeting.id(), "等电工回来")).isEqualTo(1);
        rounds.finish(clerk, meeting.id(), County.seat());
        at("2026-08-24T09:00");
        assertThat(rounds.waiting(weekly()))
                .extracting(each -> each.id())
                .containsExactly(matter.id());
    }

    @Test
    void theMinutesAreDraftedFromTheDecisionsAndFixedOnceApproved() {
        county.told(place.village());
        var clerk = county.villageClerk(place);
        var meeting = weekly();
        rounds.begin(clerk, meeting.id());
        var item = rounds.items(meeting).getFirst();
        decisions.decide(
                clerk,
                meeting.id(),
                item.matter(),
                new Decision.Plan(LocalDate.parse("2026-09-30"), "联系电工架线"));
        rounds.finish(clerk, meeting.id(), County.seat());
        assertThat(rounds.get(clerk, meeting.id()).sitting().minutes())
                .contains("2026年8月18日", "一、耕地没有通电", "2026年9月30日前办结。联系电工架线。");

        rounds.write(clerk, meeting.id(), "改过的纪要");
        rounds.approve(clerk, meeting.id());
        refused(() -> rounds.write(clerk, meeting.id(), "再改"), "round.refused.approved");
    }

    @Test
    void theTownshipHandsBackWithAdviceAndMoney() {
        var matter = raisedByTheVillage();
        at("2026-08-21T00:00");
        var monthly = county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.FROZEN);
        var back = new Decision.HandBack("由村里组织施工", Fen.ofYuan("20000"), "技术员一名");
        var after = decisions.decide(county.townshipClerk(place), monthly.id(), matter.id(), back);

        assertThat(after.parties().holder().unit()).isEqualTo(place.village().id());
        assertThat(Objects.requireNonNull(rounds.items(monthly).getFirst().ruling()).money())
                .isEqualTo(Fen.ofYuan("20000"));
    }

    @Test
    void whatAGridHoldsIsRaisedThroughTheVillageAndSkipsNoLevel() {
        var matter = county.told(place.grid());
        var clerk = county.villageClerk(place);
        matters.take(new By.Staff(clerk), Taking.of(matter, new Step.Admit(null)));
        var toGrid =
                new Step.Dispatch(
                        Hold.of(units.tree(place.code()), place.grid().id()),
                        List.of(),
                        null,
                        null,
                        "");
        matters.take(new By.Staff(clerk), Taking.of(county.now(place.code(), matter.id()), toGrid));
        var meeting = weekly();
        rounds.begin(clerk, meeting.id());
        var after = decisions.decide(clerk, meeting.id(), matter.id(), RAISE);

        assertThat(after.parties().holder().unit()).isEqualTo(place.township().id());
        assertThat(matters.timeline(after))
                .extracting(TimelineLine::holderTo)
                .containsSubsequence(
                        place.grid().id(), place.village().id(), place.township().id());
    }

    @Test
    void whatIsUrgentIsConfirmedAndDecidedWithoutWaitingForTheMonth() {
        var matter = county.told(place.village());
        var meeting = weekly();
        rounds.begin(county.villageClerk(place), meeting.id());
        decisions.decide(
                county.villageClerk(place),
                meeting.id(),
                matter.id(),
                new Decision.RaiseUrgently(Reason.Urgent.DANGER, "电线垂到路上"));
        decisions.confirm(county.townshipClerk(place), matter.id(), "情况属实");

        assertThat(
                        decisions
                                .decideUrgent(
                                        county.townshipClerk(place),
                                        matter.id(),
                                        new Decision.TakeOn("马上去"))
                                .stage())
                .isEqualTo(Stage.IN_PROGRESS);
    }

    @Test
    void aTownshipMeetsWithoutAFixedDateWhenItCalls() {
        var matter = raisedByTheVillage();
        var meeting =
                rounds.get(
                        county.townshipClerk(place),
                        rounds.call(county.townshipClerk(place), "TOWNSHIP_CALLED"));

        assertThat(rounds.items(meeting)).extracting(Item::matter).containsExactly(matter.id());
    }

    @Test
    void aVillageDispatchesNothingAndTheCountyRaisesNothing() {
        var matter = county.told(place.village());
        var meeting = weekly();
        rounds.begin(county.villageClerk(place), meeting.id());
        var back = new Decision.HandBack("退回", Fen.ZERO, "");

        refused(
                () -> decisions.decide(county.villageClerk(place), meeting.id(), matter.id(), back),
                "round.refused.level");
    }

    @Test
    void anotherVillageNeitherSeesNorRunsTheMeeting() {
        var other = county.place(place.county());
        var meeting = weekly();

        refused(
                () -> rounds.get(county.villageClerk(other), meeting.id()),
                "round.refused.missing");
        refused(
                () -> rounds.begin(county.townshipClerk(place), meeting.id()),
                "round.refused.body");
    }

    private static void refused(ThrowingCallable act, String word) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }
}
