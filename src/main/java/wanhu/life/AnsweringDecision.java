package wanhu.life;

import static wanhu.life.Case.given;
import static wanhu.life.Case.rule;
import static wanhu.life.Stage.*;

import java.util.EnumSet;
import wanhu.base.Zones;
import wanhu.promise.ClockChange.Stop;
import wanhu.promise.ClockKind;

/**
 * What is answered: the reply, its review, the follow-up, the rating, what the public reads. Pure.
 */
final class AnsweringDecision {
    private final Case on;
    private final Matter matter;
    private final Ground ground;

    private AnsweringDecision(Case on) {
        this.on = on;
        this.matter = on.matter();
        this.ground = on.ground();
    }

    static Outcome next(Case on, Step.Answering step) {
        return new AnsweringDecision(on).take(step);
    }

    private Outcome take(Step.Answering step) {
        return switch (step) {
            case Step.Decline s ->
                    Outcome.of(matter.at(s.reason().elsewhere() ? REFERRED : DECLINED));
            case Step.AnswerAtOnce s -> answerAtOnce(s);
            case Step.Reply s -> reply(s);
            case Step.Approve _ -> approve();
            case Step.SendBack s -> sendBack(s);
            case Step.FailToReach _ -> failToReach();
            case Step.FollowUp s ->
                    s.solved()
                            ? Outcome.of(matter.with(matter.tally().disappointed(false)).at(CLOSED))
                            : redo();
            case Step.Rate s -> rate(s);
            case Step.Redo s -> redoBecause(s);
            case Step.Close _ -> close();
            case Step.EndUncalled _ -> endUncalled();
            case Step.Publish s -> publish(s);
            case Step.Unpublish _ -> Outcome.of(matter.with(matter.ending().shown(false)));
        };
    }

    private Outcome answerAtOnce(Step.AnswerAtOnce step) {
        given(!step.answer().isBlank(), "life.refused.answer-missing");
        boolean answerable =
                EnumSet.of(wanhu.life.Kind.INQUIRY, wanhu.life.Kind.SUGGESTION)
                        .contains(matter.about().kind());
        rule(answerable, "life.refused.answer-kind");
        var ending = matter.ending().answered(Reason.Result.SOLVED, step.answer());
        var parties =
                matter.parties()
                        .handledBy(matter.parties().holder())
                        .writtenBy(ground.author())
                        .heldBy(on.follower());
        return Outcome.of(
                matter.with(FOLLOW_UP, parties, matter.tally().spokenWith(), ending),
                on.start(ClockKind.FOLLOW_UP));
    }

    private Outcome reply(Step.Reply step) {
        given(!step.answer().isBlank(), "life.refused.answer-missing");
        rule(
                matter.tally().contacted() || !step.notContacted().isBlank(),
                "life.refused.not-contacted");
        var holder = matter.parties().holder();
        var dispatcher = matter.parties().dispatcher();
        var parties =
                matter.parties()
                        .handledBy(holder)
                        .writtenBy(ground.author())
                        .heldBy(dispatcher == null ? holder : dispatcher);
        var moved =
                matter.with(
                        Stage.REVIEW,
                        parties,
                        matter.tally().askedFor(null),
                        matter.ending().answered(step.result(), step.answer()));
        return Outcome.of(moved, on.start(ClockKind.REVIEW));
    }

    private Outcome approve() {
        return Outcome.of(
                matter.with(matter.parties().heldBy(on.follower())).at(FOLLOW_UP),
                on.start(ClockKind.FOLLOW_UP));
    }

    private Outcome sendBack(Step.SendBack step) {
        given(!step.note().isBlank(), "life.refused.reason-missing");
        return Outcome.of(
                matter.with(matter.parties().heldBy(matter.parties().handlerOrHolder()))
                        .at(IN_PROGRESS),
                on.finish());
    }

    private Outcome failToReach() {
        rule(!ground.today().equals(matter.tally().lastAttempt()), "life.refused.attempt-same-day");
        return Outcome.of(matter.with(matter.tally().attempted(ground.today())));
    }

    private Outcome rate(Step.Rate step) {
        var closed = matter.times().closed();
        int most = ground.limits().ratingDaysMax();
        boolean recent =
                closed == null || !ground.today().isAfter(Zones.day(closed).plusDays(most));
        rule(recent, "life.refused.rating-late", most);
        if (step.grade().unhappy() || !step.solved()) {
            return Outcome.of(
                    matter.with(matter.tally().disappointed(true)), on.start(ClockKind.CALL_BACK));
        }
        return matter.stage() == FOLLOW_UP
                ? Outcome.of(
                        matter.at(CLOSED),
                        new Stop(ClockKind.FOLLOW_UP),
                        new Stop(ClockKind.CALL_BACK))
                : Outcome.of(matter);
    }

    private Outcome redoBecause(Step.Redo step) {
        given(!step.note().isBlank(), "life.refused.reason-missing");
        var closed = matter.times().closed();
        int most = ground.limits().redoDaysMax();
        boolean recent =
                closed == null
                        || ground.now().isBefore(closed.plus(java.time.Duration.ofDays(most)));
        rule(recent, "life.refused.redo-late", most);
        return redo();
    }

    private Outcome redo() {
        var moved =
                matter.with(
                        IN_PROGRESS,
                        matter.parties().heldBy(matter.parties().handlerOrHolder()),
                        matter.tally().redone(),
                        matter.ending());
        return Outcome.of(moved, on.contact(), on.finish());
    }

    private Outcome close() {
        int least = ground.limits().attemptsMin();
        rule(matter.tally().attempts() >= least, "life.refused.attempts", least);
        return Outcome.of(matter.at(CLOSED));
    }

    /** Who was unhappy is called, whatever the lot said. */
    private Outcome endUncalled() {
        rule(!matter.tally().unhappy(), "life.refused.unhappy-uncalled");
        return Outcome.of(matter.at(CLOSED));
    }

    private Outcome publish(Step.Publish step) {
        given(!step.title().isBlank() && !step.text().isBlank(), "life.refused.public-missing");
        var privacy = matter.about().privacy();
        rule(privacy.publishable() && !privacy.secret(), "life.refused.private");
        return Outcome.of(
                matter.with(matter.ending().publishedAs(step.title(), step.text(), step.answer())));
    }
}
