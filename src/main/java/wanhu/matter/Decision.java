package wanhu.matter;

import static wanhu.matter.Stage.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Word;
import wanhu.org.Level;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockChange.Extend;
import wanhu.promise.ClockChange.Pause;
import wanhu.promise.ClockChange.Resume;
import wanhu.promise.ClockChange.Start;
import wanhu.promise.ClockChange.StartUntil;
import wanhu.promise.ClockChange.Stop;
import wanhu.promise.ClockKind;

/** Decides what a step makes of a matter. Pure: state and wish in, new state or a refusal out. */
final class Decision {
    private final Matter matter;
    private final Ground ground;

    private Decision(Matter matter, Ground ground) {
        this.matter = matter;
        this.ground = ground;
    }

    /**
     * The matter after the step, with what happens to its clocks.
     *
     * @throws Refused CONFLICT when the stage does not allow the step, FORBIDDEN when the actor may
     *     not take it, RULE when a limit forbids it, INVALID when a required text is missing
     */
    static Outcome next(Matter matter, Step step, Ground ground) {
        var edge =
                Life.edge(matter.stage(), step.getClass())
                        .orElseThrow(() ->
                                new Refused(
                                        Kind.CONFLICT,
                                        "matter.refused.stage",
                                        matter.number(),
                                        Word.of("matter.stage." + matter.stage()),
                                        label(step)));
        if (Collections.disjoint(edge.hands(), ground.hands())) {
            throw new Refused(Kind.FORBIDDEN, "matter.refused.hand", matter.number(), label(step));
        }
        var outcome = new Decision(matter, ground).take(step, edge);
        var clocks = new ArrayList<ClockChange>();
        edge.stops().forEach(kind -> clocks.add(new Stop(kind)));
        edge.pauses().forEach(kind -> clocks.add(new Pause(kind, step.name())));
        edge.resumes().forEach(kind -> clocks.add(new Resume(kind)));
        clocks.addAll(outcome.clocks());
        return new Outcome(outcome.matter(), clocks, outcome.parts());
    }

    private static Word label(Step step) {
        return Word.of("matter.step." + step.name());
    }

    private Outcome take(Step step, Edge edge) {
        return switch (step) {
            case Step.Register _,
                    Step.Chase _,
                    Step.Recompute _,
                    Step.Remark _,
                    Step.Archive _,
                    Step.Progress _,
                    Step.ConcludeConsultation _,
                    Step.Supplement _,
                    Step.AskSupplement _,
                    Step.CoReport _,
                    Step.Withdraw _ ->
                    Outcome.of(along(edge));
            case Step.Consult s -> Outcome.of(along(edge)).giving(s.with());
            case Step.Merge s -> Outcome.of(along(edge).with(mergedInto(s)));
            case Step.Join _ -> Outcome.of(matter.with(matter.tally().joined()));
            case Step.Decline s ->
                    Outcome.of(matter.at(s.reason().elsewhere() ? REFERRED : DECLINED));
            case Step.AnswerAtOnce s -> answerAtOnce(s);
            case Step.Admit _ ->
                    Outcome.of(matter.at(ADMITTED), start(ClockKind.DISPATCH), contact(), finish());
            case Step.TakeOn _ -> takeOn();
            case Step.Dispatch s -> dispatch(s);
            case Step.Recall _ ->
                    Outcome.of(
                            matter.with(
                                            matter.parties()
                                                    .heldBy(matter.parties().dispatcherOrHolder()))
                                    .at(ADMITTED),
                            start(ClockKind.DISPATCH));
            case Step.Sign _ -> Outcome.of(matter.at(IN_PROGRESS));
            case Step.AskReturn _ -> askReturn();
            case Step.RefuseReturn _ -> refuseReturn();
            case Step.Contact s -> spoke(s);
            case Step.AskExtension s -> askExtension(s);
            case Step.GrantExtension s -> grantExtension(s);
            case Step.RefuseExtension _ -> Outcome.of(matter.with(asked().askedFor(null)));
            case Step.PlanFor s -> planFor(s);
            case Step.Park s -> park(s);
            case Step.Resume _ -> Outcome.of(matter.at(IN_PROGRESS), finish());
            case Step.Escalate s -> escalate(s);
            case Step.EscalateUrgently s -> escalateUrgently(s);
            case Step.ConfirmUrgent _ -> confirmUrgent();
            case Step.HandBack s -> handBack(s);
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
            case Step.Publish s -> publish(s);
            case Step.Unpublish _ -> Outcome.of(matter.with(matter.ending().shown(false)));
        };
    }

    /** The matter in the stage to which the edge usually leads. */
    private Matter along(Edge edge) {
        return edge.to().isEmpty() ? matter : matter.at(edge.to().getFirst());
    }

    private Outcome answerAtOnce(Step.AnswerAtOnce step) {
        Refused.unless(Kind.INVALID, !step.answer().isBlank(), "matter.refused.answer-missing");
        boolean answerable =
                EnumSet.of(wanhu.matter.Kind.INQUIRY, wanhu.matter.Kind.SUGGESTION)
                        .contains(matter.about().kind());
        Refused.unless(Kind.RULE, answerable, "matter.refused.answer-kind");
        var ending = matter.ending().answered(Reason.Result.SOLVED, step.answer());
        var parties =
                matter.parties()
                        .handledBy(matter.parties().holder())
                        .writtenBy(ground.author())
                        .heldBy(follower());
        return Outcome.of(
                matter.with(FOLLOW_UP, parties, matter.tally().spokenWith(), ending),
                start(ClockKind.FOLLOW_UP));
    }

    private Outcome takeOn() {
        var parties = matter.parties().handledBy(matter.parties().holder());
        return Outcome.of(matter.with(parties).at(IN_PROGRESS), contact(), finish());
    }

    private Outcome dispatch(Step.Dispatch step) {
        var holder = matter.parties().holder();
        Refused.unless(
                Kind.RULE, !step.to().unit().equals(holder.unit()), "matter.refused.dispatch-self");
        Refused.unless(
                Kind.RULE,
                matter.stage() != IN_PROGRESS || holder.path().contains(step.to().path()),
                "matter.refused.pass-on-sideways");
        Refused.unless(
                Kind.RULE,
                step.with().stream().noneMatch(part -> part.unit().equals(step.to().unit())),
                "matter.refused.lead-as-co-handler");
        boolean last = matter.tally().returns() >= ground.limits().returnsMax();
        var moved =
                matter.with(matter.parties().dispatchedTo(step.to()))
                        .with(matter.tally().passed(last))
                        .at(DISPATCHED);
        var clocks = new ArrayList<ClockChange>(List.of(start(ClockKind.SIGN), contact()));
        if (step.term() != null) {
            clocks.add(new Stop(ClockKind.FINISH));
            clocks.add(new Start(ClockKind.FINISH, step.term()));
        } else {
            clocks.add(finish());
        }
        return new Outcome(moved, clocks, step.with());
    }

    private Outcome askReturn() {
        Refused.unless(
                Kind.RULE,
                !matter.tally().designated(),
                "matter.refused.designated",
                ground.limits().returnsMax());
        return Outcome.of(
                matter.with(matter.parties().heldBy(matter.parties().dispatcherOrHolder()))
                        .with(matter.tally().returned())
                        .at(RETURN_ASKED),
                start(ClockKind.RETURN));
    }

    private Outcome refuseReturn() {
        boolean last = matter.tally().returns() >= ground.limits().returnsMax();
        var tally = last ? matter.tally().passed(true) : matter.tally();
        return Outcome.of(
                matter.with(matter.parties().heldBy(matter.parties().handlerOrHolder()))
                        .with(tally)
                        .at(DISPATCHED),
                start(ClockKind.SIGN));
    }

    private Outcome spoke(Step.Contact step) {
        return step.reached()
                ? Outcome.of(
                        matter.with(matter.tally().spokenWith()),
                        new Stop(ClockKind.CONTACT),
                        new Stop(ClockKind.CALL_BACK))
                : Outcome.of(matter);
    }

    private Outcome askExtension(Step.AskExtension step) {
        Refused.unless(Kind.INVALID, !step.note().isBlank(), "matter.refused.reason-missing");
        Refused.unless(Kind.RULE, !matter.tally().extended(), "matter.refused.extended-once");
        var most = ground.limits().extensionMax();
        Refused.unless(
                Kind.RULE,
                step.term().unit() == most.unit() && step.term().amount() <= most.amount(),
                "matter.refused.extension-long",
                Word.of("matter.term." + most.unit(), most.amount()));
        var due = matter.times().due();
        Refused.unless(
                Kind.RULE,
                due == null || ground.now().isBefore(due),
                "matter.refused.extension-late");
        return Outcome.of(
                matter.with(matter.tally().askedFor(step.term())), start(ClockKind.EXTENSION));
    }

    private Outcome grantExtension(Step.GrantExtension step) {
        Refused.unless(Kind.INVALID, !step.told().isBlank(), "matter.refused.told-missing");
        var term = asked().extension();
        var kind = matter.stage() == PLANNED ? ClockKind.PLAN : ClockKind.FINISH;
        return Outcome.of(
                matter.with(matter.tally().extendedOnce()),
                new Extend(kind, java.util.Objects.requireNonNull(term)));
    }

    private Tally asked() {
        Refused.unless(
                Kind.RULE, matter.tally().extension() != null, "matter.refused.no-extension");
        return matter.tally();
    }

    private Outcome planFor(Step.PlanFor step) {
        Refused.unless(Kind.INVALID, !step.plan().isBlank(), "matter.refused.plan-missing");
        Refused.unless(
                Kind.INVALID, step.until().isAfter(ground.today()), "matter.refused.plan-past");
        var parties = matter.parties().handledBy(matter.parties().holder());
        return Outcome.of(
                matter.with(parties).at(PLANNED), new StartUntil(ClockKind.PLAN, step.until()));
    }

    private Outcome park(Step.Park step) {
        Refused.unless(
                Kind.INVALID,
                !step.plan().isBlank() && !step.owner().isBlank(),
                "matter.refused.plan-missing");
        int most = ground.limits().parkDaysMax();
        boolean near =
                step.reviewOn().isAfter(ground.today())
                        && !step.reviewOn().isAfter(ground.today().plusDays(most));
        Refused.unless(Kind.RULE, near, "matter.refused.park-long", most);
        return Outcome.of(matter.at(PARKED), new StartUntil(ClockKind.PARK, step.reviewOn()));
    }

    private Outcome escalate(Step.Escalate step) {
        Refused.unless(Kind.INVALID, !step.tried().isBlank(), "matter.refused.tried-missing");
        var above = above();
        var day =
                above.level() == Level.TOWNSHIP
                        ? ground.limits().meetings().township()
                        : ground.limits().meetings().county();
        var kind = above.level() == Level.TOWNSHIP ? ClockKind.MEETING : ClockKind.ASSIGN;
        return Outcome.of(raised(above, false), new StartUntil(kind, day));
    }

    private Outcome escalateUrgently(Step.EscalateUrgently step) {
        Refused.unless(Kind.INVALID, !step.tried().isBlank(), "matter.refused.tried-missing");
        return Outcome.of(raised(above(), true), start(ClockKind.URGENT));
    }

    private Outcome confirmUrgent() {
        Refused.unless(Kind.RULE, matter.tally().urgent(), "matter.refused.not-urgent");
        return Outcome.of(
                matter,
                new StartUntil(ClockKind.ASSIGN, ground.limits().meetings().countyUrgent()));
    }

    private Matter raised(Hold above, boolean urgent) {
        return matter.with(matter.parties().raisedTo(above))
                .with(matter.tally().raised(urgent))
                .at(ESCALATED);
    }

    private Outcome handBack(Step.HandBack step) {
        Refused.unless(Kind.INVALID, !step.advice().isBlank(), "matter.refused.advice-missing");
        var below = ground.below();
        if (below == null) {
            throw new Refused(Kind.RULE, "matter.refused.no-level-below", matter.number());
        }
        var parties = matter.parties().dispatchedTo(below);
        return Outcome.of(
                matter.with(parties).with(matter.tally().raised(false)).at(IN_PROGRESS), finish());
    }

    private Outcome reply(Step.Reply step) {
        Refused.unless(Kind.INVALID, !step.answer().isBlank(), "matter.refused.answer-missing");
        Refused.unless(
                Kind.RULE,
                matter.tally().contacted() || !step.notContacted().isBlank(),
                "matter.refused.not-contacted");
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
        return Outcome.of(moved, start(ClockKind.REVIEW));
    }

    private Outcome approve() {
        return Outcome.of(
                matter.with(matter.parties().heldBy(follower())).at(FOLLOW_UP),
                start(ClockKind.FOLLOW_UP));
    }

    private Outcome sendBack(Step.SendBack step) {
        Refused.unless(Kind.INVALID, !step.note().isBlank(), "matter.refused.reason-missing");
        return Outcome.of(
                matter.with(matter.parties().heldBy(matter.parties().handlerOrHolder()))
                        .at(IN_PROGRESS),
                finish());
    }

    private Outcome failToReach() {
        Refused.unless(
                Kind.RULE,
                !ground.today().equals(matter.tally().lastAttempt()),
                "matter.refused.attempt-same-day");
        return Outcome.of(matter.with(matter.tally().attempted(ground.today())));
    }

    private Outcome rate(Step.Rate step) {
        if (step.grade().unhappy() || !step.solved()) {
            return Outcome.of(
                    matter.with(matter.tally().disappointed(true)), start(ClockKind.CALL_BACK));
        }
        return matter.stage() == FOLLOW_UP
                ? Outcome.of(
                        matter.at(CLOSED),
                        new Stop(ClockKind.FOLLOW_UP),
                        new Stop(ClockKind.CALL_BACK))
                : Outcome.of(matter);
    }

    private Outcome redoBecause(Step.Redo step) {
        Refused.unless(Kind.INVALID, !step.note().isBlank(), "matter.refused.reason-missing");
        var closed = matter.times().closed();
        int most = ground.limits().redoDaysMax();
        boolean recent =
                closed == null
                        || ground.now().isBefore(closed.plus(java.time.Duration.ofDays(most)));
        Refused.unless(Kind.RULE, recent, "matter.refused.redo-late", most);
        return redo();
    }

    private Outcome redo() {
        var moved =
                matter.with(
                        IN_PROGRESS,
                        matter.parties().heldBy(matter.parties().handlerOrHolder()),
                        matter.tally().redone(),
                        matter.ending());
        return Outcome.of(moved, contact(), finish());
    }

    private Outcome close() {
        int least = ground.limits().attemptsMin();
        Refused.unless(
                Kind.RULE, matter.tally().attempts() >= least, "matter.refused.attempts", least);
        return Outcome.of(matter.at(CLOSED));
    }

    private Outcome publish(Step.Publish step) {
        Refused.unless(
                Kind.INVALID,
                !step.title().isBlank() && !step.text().isBlank(),
                "matter.refused.public-missing");
        var privacy = matter.about().privacy();
        Refused.unless(
                Kind.RULE, privacy.publishable() && !privacy.secret(), "matter.refused.private");
        return Outcome.of(
                matter.with(matter.ending().publishedAs(step.title(), step.text(), step.answer())));
    }

    private Matter.Ending mergedInto(Step.Merge step) {
        Refused.unless(Kind.RULE, !step.into().equals(matter.id()), "matter.refused.merge-self");
        return matter.ending().goneInto(step.into());
    }

    private Hold above() {
        var above = ground.above();
        if (above == null) {
            throw new Refused(Kind.RULE, "matter.refused.no-level-above", matter.number());
        }
        return above;
    }

    /** Who asks the resident: never the handling unit itself, as long as there is one above it. */
    private Hold follower() {
        var dispatcher = matter.parties().dispatcher();
        if (dispatcher != null
                && !dispatcher.unit().equals(matter.parties().handlerOrHolder().unit())) {
            return dispatcher;
        }
        @Nullable Hold above = ground.above();
        return above == null ? matter.parties().handlerOrHolder() : above;
    }

    private ClockChange start(ClockKind kind) {
        return new Start(kind, ground.limits().term(kind));
    }

    private ClockChange contact() {
        var term =
                matter.about().danger()
                        ? ground.limits().contactInDanger()
                        : ground.limits().term(ClockKind.CONTACT);
        return matter.tally().contacted() && matter.stage().open() && matter.stage() != FOLLOW_UP
                ? new Stop(ClockKind.CONTACT)
                : new Start(ClockKind.CONTACT, term);
    }

    private ClockChange finish() {
        return new Start(ClockKind.FINISH, ground.limits().finish(matter.about().kind()));
    }
}
