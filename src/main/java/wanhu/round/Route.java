package wanhu.round;

import java.util.ArrayList;
import java.util.List;
import wanhu.base.Refused;
import wanhu.life.Life;
import wanhu.life.Stage;
import wanhu.life.Step;

/**
 * The steps by which a matter comes from where it stands to what a meeting decided. A meeting need
 * not know in which stage a matter is; the timeline still shows each step. Pure.
 */
final class Route {
    private Route() {}

    /**
     * The steps.
     *
     * @param stage where the matter stands
     * @param below whether a grid of the body holds it, so that raising passes through the body
     */
    static List<Step> of(Decision decision, Stage stage, boolean below) {
        return switch (decision) {
            case Decision.TakeOn(var note) -> takeOn(stage, note);
            case Decision.Plan(var until, var plan) -> to(stage, new Step.PlanFor(until, plan));
            case Decision.Raise raise ->
                    raised(
                            stage,
                            below,
                            new Step.Escalate(raise.reason(), raise.tried(), raise.dutyItem()));
            case Decision.RaiseUrgently raise ->
                    raised(stage, below, new Step.EscalateUrgently(raise.reason(), raise.tried()));
            case Decision.Dispatch d ->
                    to(
                            stage,
                            new Step.Dispatch(
                                    d.lead(), d.with(), d.term(), d.dutyItem(), d.instruction()));
            case Decision.HandBack(var advice, var money, var people) ->
                    to(stage, new Step.HandBack(advice, money, people));
            case Decision.Carry(var reason) -> List.of(new Step.Remark(reason));
        };
    }

    private static List<Step> takeOn(Stage stage, String note) {
        return switch (stage) {
            case REGISTERED, ADMITTED, RETURN_ASKED, ESCALATED -> List.of(new Step.TakeOn(note));
            case DISPATCHED -> List.of(new Step.Sign(), new Step.Remark(note));
            case IN_PROGRESS, CONSULTING -> List.of(new Step.Remark(note));
            case PLANNED, PARKED -> List.of(new Step.Resume(note));
            case SUPPLEMENT,
                    REVIEW,
                    FOLLOW_UP,
                    CLOSED,
                    ARCHIVED,
                    DECLINED,
                    REFERRED,
                    MERGED,
                    WITHDRAWN ->
                    throw not(stage);
        };
    }

    /** A grid's matter first comes to its village: no level is skipped. */
    private static List<Step> raised(Stage stage, boolean below, Step raise) {
        var steps = new ArrayList<>(to(stage, raise));
        if (below) {
            steps.add(raise);
        }
        return List.copyOf(steps);
    }

    /** The step itself where the table allows it; else first what makes the matter ready for it. */
    private static List<Step> to(Stage stage, Step step) {
        return Life.allows(stage, step) ? List.of(step) : List.of(before(step, stage), step);
    }

    private static Step before(Step step, Stage stage) {
        return switch (stage) {
            case REGISTERED ->
                    step instanceof Step.Dispatch ? new Step.Admit(null) : new Step.TakeOn("");
            case ADMITTED, RETURN_ASKED -> new Step.TakeOn("");
            case DISPATCHED -> new Step.Sign();
            case CONSULTING -> new Step.ConcludeConsultation("");
            case PLANNED, PARKED -> new Step.Resume("");
            case IN_PROGRESS,
                    ESCALATED,
                    SUPPLEMENT,
                    REVIEW,
                    FOLLOW_UP,
                    CLOSED,
                    ARCHIVED,
                    DECLINED,
                    REFERRED,
                    MERGED,
                    WITHDRAWN ->
                    throw not(stage);
        };
    }

    /**
     * A matter that waits for the resident can only be carried on; one that is answered has left.
     */
    private static Refused not(Stage stage) {
        return stage == Stage.SUPPLEMENT
                ? new Refused(Refused.Kind.RULE, "round.refused.supplement")
                : new Refused(Refused.Kind.CONFLICT, "round.refused.left");
    }
}
