package wanhu.life;

import java.util.ArrayList;
import java.util.Collections;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Word;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockChange.Pause;
import wanhu.promise.ClockChange.Resume;
import wanhu.promise.ClockChange.Stop;
import wanhu.promise.ClockKind;

/** Decides what a step makes of a matter. Pure: state and wish in, new state or a refusal out. */
public final class Decision {
    private Decision() {}

    /**
     * The matter after the step, with what happens to its clocks.
     *
     * @throws Refused CONFLICT when the stage does not allow the step, FORBIDDEN when the actor may
     *     not take it, RULE when a limit forbids it, INVALID when a required text is missing
     */
    public static Outcome next(Matter matter, Step step, Ground ground) {
        var edge =
                Life.edge(matter.stage(), step.getClass())
                        .orElseThrow(() ->
                                new Refused(
                                        Kind.CONFLICT,
                                        "life.refused.stage",
                                        matter.number(),
                                        Word.of("life.stage." + matter.stage()),
                                        label(step)));
        if (Collections.disjoint(edge.hands(), ground.hands())) {
            throw new Refused(Kind.FORBIDDEN, "life.refused.hand", matter.number(), label(step));
        }
        var outcome = take(new Case(matter, ground), step, edge);
        var clocks = new ArrayList<ClockChange>();
        edge.stops().forEach(kind -> clocks.add(new Stop(kind)));
        edge.pauses().forEach(kind -> clocks.add(new Pause(kind, step.name())));
        edge.resumes().forEach(kind -> clocks.add(new Resume(kind)));
        clocks.addAll(outcome.clocks());
        return new Outcome(outcome.matter(), clocks, outcome.parts());
    }

    private static Word label(Step step) {
        return Word.of("life.step." + step.name());
    }

    private static Outcome take(Case on, Step step, Edge edge) {
        return switch (step) {
            case Step.Handing s -> HandingDecision.next(on, s);
            case Step.Timing s -> TimingDecision.next(on, s);
            case Step.Answering s -> AnsweringDecision.next(on, s);
            case Step.Noting s -> note(on.matter(), s, edge);
        };
    }

    /** What leaves a line in the timeline and at most follows the edge. */
    private static Outcome note(Matter matter, Step.Noting step, Edge edge) {
        var along = edge.to().isEmpty() ? matter : matter.at(edge.to().getFirst());
        return switch (step) {
            case Step.Consult s -> Outcome.of(along).giving(s.with());
            case Step.Merge s -> Outcome.of(along.with(mergedInto(matter, s)));
            case Step.Join _ -> Outcome.of(along.joinedBy(1));
            case Step.Contact s -> spoke(matter, s);
            case Step.Register _,
                    Step.AskSupplement _,
                    Step.Supplement _,
                    Step.ConcludeConsultation _,
                    Step.Progress _,
                    Step.Remark _,
                    Step.CoReport _,
                    Step.Withdraw _,
                    Step.Archive _,
                    Step.Chase _,
                    Step.Recompute _ ->
                    Outcome.of(along);
        };
    }

    private static Outcome spoke(Matter matter, Step.Contact step) {
        return step.reached()
                ? Outcome.of(
                        matter.with(matter.tally().spokenWith()),
                        new Stop(ClockKind.CONTACT),
                        new Stop(ClockKind.CALL_BACK))
                : Outcome.of(matter);
    }

    private static Matter.Ending mergedInto(Matter matter, Step.Merge step) {
        Case.rule(!step.into().equals(matter.id()), "life.refused.merge-self");
        return matter.ending().goneInto(step.into());
    }
}
