package wanhu.life;

import static wanhu.life.Edge.when;
import static wanhu.life.Hand.*;
import static wanhu.life.Stage.*;
import static wanhu.promise.ClockKind.ADMIT;
import static wanhu.promise.ClockKind.ASSIGN;
import static wanhu.promise.ClockKind.CONTACT;
import static wanhu.promise.ClockKind.EXTENSION;
import static wanhu.promise.ClockKind.FINISH;
import static wanhu.promise.ClockKind.MEETING;
import static wanhu.promise.ClockKind.PARK;
import static wanhu.promise.ClockKind.PLAN;
import static wanhu.promise.ClockKind.RETURN;
import static wanhu.promise.ClockKind.SIGN;
import static wanhu.promise.ClockKind.URGENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wanhu.promise.ClockKind;

/**
 * The life of a matter as one table: in which stage who may take which step, where it leads, and
 * what it does to the clocks (domain rules §3.5). Data guards of a step stand in {@link Decision}.
 */
public final class Life {
    private static final Set<Stage> UNSOLVED = stages(Stage::unsolved);
    private static final Set<Stage> OPEN = stages(Stage::open);
    private static final Set<Stage> ANSWERED = EnumSet.of(FOLLOW_UP, CLOSED, ARCHIVED);

    static final List<Edge> TABLE =
            List.of(
                    // Intake: admitted, asked, shown elsewhere or answered within the time to
                    // admit.
                    when(REGISTERED)
                            .by(HOLDER)
                            .may(Step.AskSupplement.class)
                            .to(SUPPLEMENT)
                            .pauses(ADMIT)
                            .done(),
                    when(SUPPLEMENT)
                            .by(REQUESTER, HOLDER)
                            .may(Step.Supplement.class)
                            .to(REGISTERED)
                            .resumes(ADMIT),
                    when(REGISTERED, SUPPLEMENT)
                            .by(HOLDER)
                            .may(Step.Decline.class)
                            .to(DECLINED, REFERRED)
                            .stopsAll()
                            .done(),
                    when(REGISTERED)
                            .by(HOLDER)
                            .may(Step.AnswerAtOnce.class)
                            .to(FOLLOW_UP)
                            .stops(ADMIT)
                            .done(),
                    when(REGISTERED)
                            .by(HOLDER)
                            .may(Step.Admit.class)
                            .to(ADMITTED)
                            .stops(ADMIT)
                            .done(),
                    when(UNSOLVED).by(HOLDER).may(Step.Merge.class).to(MERGED).stopsAll().done(),

                    // Dispatch: to a lead, signed for, recalled or asked back.
                    when(REGISTERED, ADMITTED, ESCALATED, RETURN_ASKED)
                            .by(HOLDER)
                            .may(Step.TakeOn.class)
                            .to(IN_PROGRESS)
                            .stops(ADMIT, ClockKind.DISPATCH, RETURN, MEETING, ASSIGN, URGENT)
                            .done(),
                    when(ADMITTED, RETURN_ASKED, ESCALATED, IN_PROGRESS)
                            .by(HOLDER)
                            .may(Step.Dispatch.class)
                            .to(DISPATCHED)
                            .stops(ClockKind.DISPATCH, RETURN, MEETING, ASSIGN, URGENT)
                            .done(),
                    when(DISPATCHED)
                            .by(DISPATCHER)
                            .may(Step.Recall.class)
                            .to(ADMITTED)
                            .stops(SIGN)
                            .done(),
                    when(DISPATCHED)
                            .by(HOLDER)
                            .may(Step.Sign.class)
                            .to(IN_PROGRESS)
                            .stops(SIGN)
                            .done(),
                    when(DISPATCHED)
                            .by(HOLDER)
                            .may(Step.AskReturn.class)
                            .to(RETURN_ASKED)
                            .stops(SIGN)
                            .done(),
                    when(RETURN_ASKED)
                            .by(HOLDER)
                            .may(Step.RefuseReturn.class)
                            .to(DISPATCHED)
                            .stops(RETURN)
                            .done(),

                    // Work: consult, plan, park, extend, note.
                    when(IN_PROGRESS).by(HOLDER).may(Step.Consult.class).to(CONSULTING).done(),
                    when(CONSULTING)
                            .by(HOLDER)
                            .may(Step.ConcludeConsultation.class)
                            .to(IN_PROGRESS)
                            .done(),
                    when(IN_PROGRESS, CONSULTING, ESCALATED)
                            .by(HOLDER)
                            .may(Step.PlanFor.class)
                            .to(PLANNED)
                            .stops(FINISH, MEETING, ASSIGN, URGENT, EXTENSION)
                            .done(),
                    when(IN_PROGRESS, PLANNED, ESCALATED)
                            .by(APPROVER)
                            .may(Step.Park.class)
                            .to(PARKED)
                            .stops(PLAN, MEETING, ASSIGN, URGENT, EXTENSION)
                            .pauses(FINISH)
                            .done(),
                    when(PARKED, PLANNED)
                            .by(HOLDER)
                            .may(Step.Resume.class)
                            .to(IN_PROGRESS)
                            .stops(PARK, PLAN)
                            .resumes(FINISH),
                    when(IN_PROGRESS, PLANNED).by(HOLDER).may(Step.AskExtension.class).done(),
                    when(IN_PROGRESS, PLANNED)
                            .by(APPROVER)
                            .may(Step.GrantExtension.class)
                            .stops(EXTENSION)
                            .done(),
                    when(IN_PROGRESS, PLANNED)
                            .by(APPROVER)
                            .may(Step.RefuseExtension.class)
                            .stops(EXTENSION)
                            .done(),
                    when(UNSOLVED).by(HOLDER, DISPATCHER).may(Step.Sort.class).done(),
                    when(OPEN).by(HOLDER, OUTSIDER).may(Step.Contact.class).done(),
                    when(OPEN).by(HOLDER, SYSTEM).may(Step.Progress.class).done(),
                    when(OPEN).by(WITNESS, REQUESTER, SYSTEM).may(Step.Remark.class).done(),
                    when(OPEN).by(CO_HANDLER).may(Step.CoReport.class).done(),

                    // Up and down the levels.
                    when(REGISTERED, ADMITTED, IN_PROGRESS, CONSULTING, PLANNED, PARKED, ESCALATED)
                            .by(HOLDER)
                            .may(Step.Escalate.class)
                            .to(ESCALATED)
                            .stopsAll()
                            .done(),
                    when(REGISTERED, ADMITTED, IN_PROGRESS, CONSULTING, PLANNED, PARKED, ESCALATED)
                            .by(HOLDER)
                            .may(Step.EscalateUrgently.class)
                            .to(ESCALATED)
                            .stopsAll()
                            .done(),
                    when(ESCALATED).by(HOLDER).may(Step.ConfirmUrgent.class).stops(URGENT).done(),
                    when(ESCALATED, IN_PROGRESS, PLANNED)
                            .by(HOLDER)
                            .may(Step.HandBack.class)
                            .to(IN_PROGRESS)
                            .stops(MEETING, ASSIGN, URGENT, PLAN, FINISH)
                            .done(),

                    // Answer, review, follow-up.
                    when(IN_PROGRESS, PLANNED)
                            .by(HOLDER)
                            .may(Step.Reply.class)
                            .to(REVIEW)
                            .stops(EXTENSION)
                            .pauses(FINISH, PLAN)
                            .done(),
                    when(REVIEW)
                            .by(REVIEWER)
                            .may(Step.Approve.class)
                            .to(FOLLOW_UP)
                            .stops(ClockKind.REVIEW, FINISH, PLAN, CONTACT)
                            .done(),
                    when(REVIEW)
                            .by(REVIEWER)
                            .may(Step.SendBack.class)
                            .to(IN_PROGRESS)
                            .stops(ClockKind.REVIEW)
                            .resumes(FINISH, PLAN),
                    when(FOLLOW_UP).by(OUTSIDER).may(Step.FailToReach.class).done(),
                    when(FOLLOW_UP)
                            .by(OUTSIDER)
                            .may(Step.FollowUp.class)
                            .to(CLOSED, IN_PROGRESS)
                            .stopsAll()
                            .done(),
                    when(FOLLOW_UP, CLOSED, ARCHIVED)
                            .by(REQUESTER)
                            .may(Step.Rate.class)
                            .to(CLOSED, FOLLOW_UP)
                            .done(),
                    when(FOLLOW_UP, CLOSED)
                            .by(OUTSIDER)
                            .may(Step.Redo.class)
                            .to(IN_PROGRESS)
                            .stopsAll()
                            .done(),
                    when(FOLLOW_UP).by(OUTSIDER).may(Step.Close.class).to(CLOSED).stopsAll().done(),
                    when(FOLLOW_UP)
                            .by(SYSTEM)
                            .may(Step.EndUncalled.class)
                            .to(CLOSED)
                            .stopsAll()
                            .done(),
                    when(CLOSED).by(SYSTEM).may(Step.Archive.class).to(ARCHIVED).done(),
                    when(OPEN)
                            .by(REQUESTER)
                            .may(Step.Withdraw.class)
                            .to(WITHDRAWN)
                            .stopsAll()
                            .done(),

                    // Others with the same matter; the public; the system's reminders.
                    when(OPEN).by(REQUESTER).may(Step.Join.class).done(),
                    when(ANSWERED).by(HOLDER, ABOVE).may(Step.Publish.class).done(),
                    when(ANSWERED).by(HOLDER, ABOVE).may(Step.Unpublish.class).done(),
                    when(OPEN).by(SYSTEM).may(Step.Chase.class).done(),
                    when(OPEN).by(SYSTEM).may(Step.Recompute.class).done());

    private Life() {}

    /** The edge of a step out of a stage; empty when the step is not allowed there. */
    static Optional<Edge> edge(Stage from, Class<? extends Step> step) {
        return TABLE.stream().filter(edge -> edge.step() == step && edge.leaves(from)).findFirst();
    }

    /** Whether a step may be taken in a stage at all. */
    public static boolean allows(Stage stage, Step step) {
        return edge(stage, step.getClass()).isPresent();
    }

    /** The steps that lead out of, or stay in, a stage. */
    static List<Edge> edgesFrom(Stage from) {
        return TABLE.stream().filter(edge -> edge.leaves(from)).toList();
    }

    /**
     * What is wrong with a table: a stage that no step reaches, an open stage that can't end, a
     * step that nobody may take, two edges for one step and stage.
     */
    static List<String> faults(List<Edge> table) {
        var faults = new ArrayList<String>();
        for (Stage stage : Stage.values()) {
            if (stage != REGISTERED
                    && table.stream().noneMatch(edge -> edge.to().contains(stage))) {
                faults.add("no step reaches " + stage);
            }
            if (stage.open() && !canEnd(stage, table)) {
                faults.add("no way from " + stage + " to an end");
            }
            for (var step : steps(table)) {
                if (table.stream().filter(edge -> edge.step() == step && edge.leaves(stage)).count()
                        > 1) {
                    faults.add("two edges for " + step.getSimpleName() + " in " + stage);
                }
            }
        }
        table.stream()
                .filter(edge -> edge.hands().isEmpty())
                .forEach(edge -> faults.add("nobody may " + edge.step()));
        return faults;
    }

    private static boolean canEnd(Stage start, List<Edge> table) {
        var reached = EnumSet.of(start);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Edge edge : table) {
                if (reached.stream().anyMatch(edge::leaves)) {
                    grown |= reached.addAll(edge.to());
                }
            }
        }
        return reached.stream().anyMatch(stage -> !stage.open());
    }

    private static Set<Class<? extends Step>> steps(List<Edge> table) {
        return table.stream().map(Edge::step).collect(Collectors.toSet());
    }

    private static Set<Stage> stages(java.util.function.Predicate<Stage> wanted) {
        return Arrays.stream(Stage.values())
                .filter(wanted)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
    }
}
