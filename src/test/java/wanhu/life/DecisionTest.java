package wanhu.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wanhu.life.Samples.*;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.calendar.Term;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;

/** What a step makes of a matter (domain rules §3.1, §3.4-3.6). */
class DecisionTest {
    private static final Step ADMIT = new Step.Admit(null);
    private static final Step TAKE_ON = new Step.TakeOn("");
    private static final Step SPOKEN = new Step.Contact(true, "电话");
    private static final Step REPLY = new Step.Reply(Reason.Result.SOLVED, "已经通电。", "", "");
    private static final Step ESCALATE =
            new Step.Escalate(Reason.Escalate.NO_MONEY, "村里筹了一部分，不够。", null);

    private static Step.Dispatch to(Hold unit) {
        return new Step.Dispatch(unit, List.of(), null, null, "请办理");
    }

    @Test
    void aVillageSolvesWhatItCan() {
        var matter = after(reported(), TAKE_ON, SPOKEN, REPLY);

        assertThat(matter.stage()).isEqualTo(Stage.REVIEW);
        assertThat(matter.parties().holder()).isEqualTo(VILLAGE);
    }

    @Test
    void anApprovedReplyIsFollowedUpByTheUnitAboveTheHandler() {
        var matter = after(reported(), TAKE_ON, SPOKEN, REPLY, new Step.Approve(""));

        assertThat(matter.stage()).isEqualTo(Stage.FOLLOW_UP);
        assertThat(matter.parties().holder()).isEqualTo(TOWNSHIP);
    }

    @Test
    void climbsOneLevelAtATimeAndIsHeldThereAlone() {
        var matter = after(reported(), TAKE_ON, ESCALATE);
        assertThat(matter.parties().holder()).isEqualTo(TOWNSHIP);

        assertThat(after(matter, ESCALATE).parties().holder()).isEqualTo(COUNTY);
    }

    @Test
    void whatAVillageRaisesIsForTheTownshipToDecideByTheTwentyEighth() {
        var outcome =
                Decision.next(
                        after(reported(), TAKE_ON), ESCALATE, ground(after(reported(), TAKE_ON)));

        assertThat(outcome.clocks())
                .contains(
                        new ClockChange.StartUntil(
                                ClockKind.MEETING, LocalDate.parse("2026-08-28")));
    }

    @Test
    void theCountyCannotRaiseFurther() {
        var atCounty = after(reported(), TAKE_ON, ESCALATE, ESCALATE);

        refused(() -> after(atCounty, ESCALATE), "life.refused.no-level-above");
    }

    @Test
    void raisingNeedsWhatWasTried() {
        var matter = after(reported(), TAKE_ON);

        refused(
                () -> after(matter, new Step.Escalate(Reason.Escalate.NO_MONEY, " ", null)),
                "life.refused.tried-missing");
    }

    @Test
    void theCountyNamesALeadAndCoHandlers() {
        var atCounty = after(reported(), TAKE_ON, ESCALATE, ESCALATE);
        var part =
                new Step.CoHandler(
                        PETITION_OFFICE.unit(), PETITION_OFFICE.path(), Term.parse("5wd"));
        var outcome =
                Decision.next(
                        atCounty,
                        new Step.Dispatch(
                                POWER_OFFICE, List.of(part), Term.parse("10wd"), null, ""),
                        ground(atCounty));

        assertThat(outcome.matter().parties().holder()).isEqualTo(POWER_OFFICE);
        assertThat(outcome.matter().parties().dispatcher()).isEqualTo(COUNTY);
        assertThat(outcome.parts()).containsExactly(part);
    }

    @Test
    void aLeadIsNotItsOwnCoHandler() {
        var atCounty = after(reported(), TAKE_ON, ESCALATE, ESCALATE);
        var part = new Step.CoHandler(POWER_OFFICE.unit(), POWER_OFFICE.path(), Term.parse("5wd"));

        refused(
                () ->
                        after(
                                atCounty,
                                new Step.Dispatch(POWER_OFFICE, List.of(part), null, null, "")),
                "life.refused.lead-as-co-handler");
    }

    @Test
    void theThirdReturnIsRefusedBecauseTheLeadIsDesignated() {
        var dispatched = after(reported(), ADMIT, to(POWER_OFFICE));
        var twice =
                after(
                        dispatched,
                        new Step.AskReturn("不归我们", null),
                        to(PETITION_OFFICE),
                        new Step.AskReturn("也不归我们", null),
                        to(POWER_OFFICE));

        refused(() -> after(twice, new Step.AskReturn("还是不归", null)), "life.refused.designated");
    }

    @Test
    void aReturnLiesWithTheDispatcherUntilDecided() {
        var asked = after(reported(), ADMIT, to(POWER_OFFICE), new Step.AskReturn("不归我们", null));
        assertThat(asked.parties().holder()).isEqualTo(VILLAGE);

        assertThat(after(asked, new Step.RefuseReturn("请看清单")).parties().holder())
                .isEqualTo(POWER_OFFICE);
    }

    @Test
    void oneExtensionAndNoLongerThanTheRule() {
        var working = after(reported(), TAKE_ON);
        refused(
                () -> after(working, new Step.AskExtension(Term.parse("11wd"), "等设备")),
                "life.refused.extension-long");

        var extended =
                after(
                        working,
                        new Step.AskExtension(Term.parse("10wd"), "等设备"),
                        new Step.GrantExtension("设备在路上"));
        refused(
                () -> after(extended, new Step.AskExtension(Term.parse("1wd"), "再等")),
                "life.refused.extended-once");
    }

    @Test
    void aGrantedExtensionIsAddedToTheClockThatRuns() {
        var asked = after(reported(), TAKE_ON, new Step.AskExtension(Term.parse("5wd"), "等设备"));
        var outcome = Decision.next(asked, new Step.GrantExtension("设备在路上"), ground(asked));

        assertThat(outcome.clocks())
                .contains(new ClockChange.Extend(ClockKind.FINISH, Term.parse("5wd")));
    }

    @Test
    void parkingNeedsAReviewWithinNinetyDays() {
        var working = after(reported(), TAKE_ON);
        var late = new Step.Park("等明年预算", "李村长", LocalDate.parse("2026-11-02"));

        refused(() -> after(working, late), "life.refused.park-long");
        assertThat(
                        after(working, new Step.Park("等预算", "李村长", LocalDate.parse("2026-11-01")))
                                .stage())
                .isEqualTo(Stage.PARKED);
    }

    @Test
    void aReplyNeedsASpokenWordOrAReasonWhyNot() {
        var working = after(reported(), TAKE_ON);

        refused(() -> after(working, REPLY), "life.refused.not-contacted");
        assertThat(
                        after(working, new Step.Reply(Reason.Result.SOLVED, "已修好。", "", "三次无人接听"))
                                .stage())
                .isEqualTo(Stage.REVIEW);
    }

    @Test
    void closingWithoutAWordNeedsThreeAttemptsOnDifferentDays() {
        var asked = after(reported(), TAKE_ON, SPOKEN, REPLY, new Step.Approve(""));
        var once = after(asked, new Step.FailToReach("无人接听"));

        refused(() -> after(once, new Step.FailToReach("无人接听")), "life.refused.attempt-same-day");
        refused(() -> after(once, new Step.Close("联系不上")), "life.refused.attempts");
    }

    @Test
    void aSatisfiedResidentClosesAndADissatisfiedOneIsCalledBack() {
        var asked = after(reported(), TAKE_ON, SPOKEN, REPLY, new Step.Approve(""));
        assertThat(after(asked, new Step.Rate(Grade.SATISFIED, true, "")).stage())
                .isEqualTo(Stage.CLOSED);

        var unhappy =
                Decision.next(asked, new Step.Rate(Grade.DISSATISFIED, false, ""), ground(asked));
        assertThat(unhappy.matter().tally().unhappy()).isTrue();
        assertThat(unhappy.clocks())
                .contains(new ClockChange.Start(ClockKind.CALL_BACK, Term.parse("1wd")));
    }

    @Test
    void redoGoesBackToTheHandlerAndIsCounted() {
        var redone =
                after(
                        reported(),
                        TAKE_ON,
                        SPOKEN,
                        REPLY,
                        new Step.Approve(""),
                        new Step.FollowUp(false, null, "还没通电"));

        assertThat(redone.stage()).isEqualTo(Stage.IN_PROGRESS);
        assertThat(redone.parties().holder()).isEqualTo(VILLAGE);
        assertThat(redone.tally().redos()).isEqualTo(1);
    }

    @Test
    void aHigherLevelHandsBackWithAdviceMoneyOrPeople() {
        var atTownship = after(reported(), TAKE_ON, ESCALATE);
        var back = after(atTownship, new Step.HandBack("由村里组织，镇里出钱", Fen.ofYuan("20000"), "技术员一名"));

        assertThat(back.parties().holder()).isEqualTo(VILLAGE);
        assertThat(back.stage()).isEqualTo(Stage.IN_PROGRESS);
    }

    @Test
    void onlyInquiriesAndSuggestionsAreAnsweredAtOnce() {
        assertThat(after(reported(Kind.INQUIRY), new Step.AnswerAtOnce("每月五日发放。")).stage())
                .isEqualTo(Stage.FOLLOW_UP);

        refused(
                () -> after(reported(Kind.HELP), new Step.AnswerAtOnce("马上。")),
                "life.refused.answer-kind");
    }

    @Test
    void whoDoesNotHoldItIsRefused() {
        assertThatThrownBy(() ->
                        Decision.next(reported(), TAKE_ON, ground(reported(), NOW, Hand.WITNESS)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
    }

    @Test
    void whatIsSecretIsNeverPublished() {
        var about = reported().about();
        var privacy = new Matter.Privacy(true, true, false, null);
        var secret =
                new Matter.About(
                        about.kind(),
                        about.category(),
                        about.channel(),
                        about.danger(),
                        about.title(),
                        about.body(),
                        about.placeUnit(),
                        about.placePath(),
                        about.placeNote(),
                        privacy);
        var told = reported();
        var matter =
                new Matter(
                        told.county(),
                        told.id(),
                        told.number(),
                        1,
                        secret,
                        told.stage(),
                        told.parties(),
                        told.tally(),
                        told.ending(),
                        told.times());
        var done = after(matter, TAKE_ON, SPOKEN, REPLY, new Step.Approve(""));

        refused(() -> after(done, new Step.Publish("题", "文", "答")), "life.refused.private");
    }

    private static void refused(ThrowingCallable act, String word) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }
}
