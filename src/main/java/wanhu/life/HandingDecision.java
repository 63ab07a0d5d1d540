package wanhu.life;

import static wanhu.life.Case.given;
import static wanhu.life.Case.rule;
import static wanhu.life.Stage.*;

import java.util.ArrayList;
import java.util.List;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.org.Level;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockChange.Start;
import wanhu.promise.ClockChange.StartUntil;
import wanhu.promise.ClockChange.Stop;
import wanhu.promise.ClockKind;

/**
 * Who has it next: taken on, dispatched, returned, raised to the level above, handed back. Pure.
 */
final class HandingDecision {
    private final Case on;
    private final Matter matter;
    private final Ground ground;

    private HandingDecision(Case on) {
        this.on = on;
        this.matter = on.matter();
        this.ground = on.ground();
    }

    static Outcome next(Case on, Step.Handing step) {
        return new HandingDecision(on).take(step);
    }

    private Outcome take(Step.Handing step) {
        return switch (step) {
            case Step.Admit _ ->
                    Outcome.of(
                            matter.at(ADMITTED),
                            on.start(ClockKind.DISPATCH),
                            on.contact(),
                            on.finish());
            case Step.TakeOn _ -> takeOn();
            case Step.Dispatch s -> dispatch(s);
            case Step.Recall _ ->
                    Outcome.of(
                            matter.with(
                                            matter.parties()
                                                    .heldBy(matter.parties().dispatcherOrHolder()))
                                    .at(ADMITTED),
                            on.start(ClockKind.DISPATCH));
            case Step.Sign _ -> Outcome.of(matter.at(IN_PROGRESS));
            case Step.AskReturn _ -> askReturn();
            case Step.RefuseReturn _ -> refuseReturn();
            case Step.Escalate s -> escalate(s);
            case Step.EscalateUrgently s -> escalateUrgently(s);
            case Step.ConfirmUrgent _ -> confirmUrgent();
            case Step.HandBack s -> handBack(s);
        };
    }

    private Outcome takeOn() {
        var parties = matter.parties().handledBy(matter.parties().holder());
        return Outcome.of(matter.with(parties).at(IN_PROGRESS), on.contact(), on.finish());
    }

    private Outcome dispatch(Step.Dispatch step) {
        var holder = matter.parties().holder();
        rule(!step.to().unit().equals(holder.unit()), "life.refused.dispatch-self");
        rule(
                matter.stage() != IN_PROGRESS || holder.path().contains(step.to().path()),
                "life.refused.pass-on-sideways");
        rule(
                step.with().stream().noneMatch(part -> part.unit().equals(step.to().unit())),
                "life.refused.lead-as-co-handler");
        boolean last = matter.tally().returns() >= ground.limits().returnsMax();
        var moved =
                matter.with(matter.parties().dispatchedTo(step.to()))
                        .with(matter.tally().passed(last))
                        .at(DISPATCHED);
        var clocks = new ArrayList<ClockChange>(List.of(on.start(ClockKind.SIGN), on.contact()));
        if (step.term() != null) {
            clocks.add(new Stop(ClockKind.FINISH));
            clocks.add(new Start(ClockKind.FINISH, step.term()));
        } else {
            clocks.add(on.finish());
        }
        return new Outcome(moved, clocks, step.with());
    }

    private Outcome askReturn() {
        rule(!matter.tally().designated(), "life.refused.designated", ground.limits().returnsMax());
        return Outcome.of(
                matter.with(matter.parties().heldBy(matter.parties().dispatcherOrHolder()))
                        .with(matter.tally().returned())
                        .at(RETURN_ASKED),
                on.start(ClockKind.RETURN));
    }

    private Outcome refuseReturn() {
        boolean last = matter.tally().returns() >= ground.limits().returnsMax();
        var tally = last ? matter.tally().passed(true) : matter.tally();
        return Outcome.of(
                matter.with(matter.parties().heldBy(matter.parties().handlerOrHolder()))
                        .with(tally)
                        .at(DISPATCHED),
                on.start(ClockKind.SIGN));
    }

    private Outcome escalate(Step.Escalate step) {
        given(!step.tried().isBlank(), "life.refused.tried-missing");
        var above = above();
        var day =
                above.level() == Level.TOWNSHIP
                        ? ground.limits().meetings().township()
                        : ground.limits().meetings().county();
        var kind = above.level() == Level.TOWNSHIP ? ClockKind.MEETING : ClockKind.ASSIGN;
        return Outcome.of(raised(above, false), new StartUntil(kind, day));
    }

    private Outcome escalateUrgently(Step.EscalateUrgently step) {
        given(!step.tried().isBlank(), "life.refused.tried-missing");
        return Outcome.of(raised(above(), true), on.start(ClockKind.URGENT));
    }

    private Outcome confirmUrgent() {
        rule(matter.tally().urgent(), "life.refused.not-urgent");
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
        given(!step.advice().isBlank(), "life.refused.advice-missing");
        var below = ground.below();
        if (below == null) {
            throw new Refused(Kind.RULE, "life.refused.no-level-below", matter.number());
        }
        var parties = matter.parties().dispatchedTo(below);
        return Outcome.of(
                matter.with(parties).with(matter.tally().raised(false)).at(IN_PROGRESS),
                on.finish());
    }

    private Hold above() {
        var above = ground.above();
        if (above == null) {
            throw new Refused(Kind.RULE, "life.refused.no-level-above", matter.number());
        }
        return above;
    }
}
