package wanhu.life;

import static wanhu.life.Case.given;
import static wanhu.life.Case.rule;
import static wanhu.life.Stage.*;

import wanhu.base.Word;
import wanhu.promise.ClockChange.Extend;
import wanhu.promise.ClockChange.Retime;
import wanhu.promise.ClockChange.StartUntil;
import wanhu.promise.ClockKind;

/** How long it may take: extended, planned for a day, parked, resumed, sorted anew. Pure. */
final class TimingDecision {
    private final Case on;
    private final Matter matter;
    private final Ground ground;

    private TimingDecision(Case on) {
        this.on = on;
        this.matter = on.matter();
        this.ground = on.ground();
    }

    static Outcome next(Case on, Step.Timing step) {
        return new TimingDecision(on).take(step);
    }

    private Outcome take(Step.Timing step) {
        return switch (step) {
            case Step.AskExtension s -> askExtension(s);
            case Step.GrantExtension s -> grantExtension(s);
            case Step.RefuseExtension _ -> Outcome.of(matter.with(asked().askedFor(null)));
            case Step.PlanFor s -> planFor(s);
            case Step.Park s -> park(s);
            case Step.Sort s -> sort(s);
            case Step.Resume _ -> Outcome.of(matter.at(IN_PROGRESS), on.finish());
        };
    }

    /**
     * The time to finish follows the kind (rules of law, FINISH_*), counted from the same start.
     * What became a report of wrongdoing is secret; what was secret stays so.
     */
    private Outcome sort(Step.Sort step) {
        given(!step.note().isBlank(), "life.refused.reason-missing");
        var about = matter.about();
        var now = new Step.Topic(about.kind(), about.category());
        rule(step.from().equals(now), "life.refused.sort-before");
        rule(!step.to().equals(now), "life.refused.sort-same");
        var sorted = about.sorted(step.to());
        boolean hides = sorted.privacy().secret() && matter.ending().published();
        rule(!hides, "life.refused.sort-published");
        var limits = ground.limits();
        return step.to().kind() == about.kind()
                ? Outcome.of(matter.with(sorted))
                : Outcome.of(
                        matter.with(sorted),
                        new Retime(
                                ClockKind.FINISH,
                                limits.finish(about.kind()),
                                limits.finish(step.to().kind())));
    }

    private Outcome askExtension(Step.AskExtension step) {
        given(!step.note().isBlank(), "life.refused.reason-missing");
        rule(!matter.tally().extended(), "life.refused.extended-once");
        var most = ground.limits().extensionMax();
        rule(
                step.term().unit() == most.unit() && step.term().amount() <= most.amount(),
                "life.refused.extension-long",
                Word.of("life.term." + most.unit(), most.amount()));
        var due = matter.times().due();
        rule(due == null || ground.now().isBefore(due), "life.refused.extension-late");
        return Outcome.of(
                matter.with(matter.tally().askedFor(step.term())), on.start(ClockKind.EXTENSION));
    }

    private Outcome grantExtension(Step.GrantExtension step) {
        given(!step.told().isBlank(), "life.refused.told-missing");
        var term = asked().extension();
        var kind = matter.stage() == PLANNED ? ClockKind.PLAN : ClockKind.FINISH;
        return Outcome.of(
                matter.with(matter.tally().extendedOnce()),
                new Extend(kind, java.util.Objects.requireNonNull(term)));
    }

    private Tally asked() {
        rule(matter.tally().extension() != null, "life.refused.no-extension");
        return matter.tally();
    }

    private Outcome planFor(Step.PlanFor step) {
        given(!step.plan().isBlank(), "life.refused.plan-missing");
        given(step.until().isAfter(ground.today()), "life.refused.plan-past");
        var parties = matter.parties().handledBy(matter.parties().holder());
        return Outcome.of(
                matter.with(parties).at(PLANNED), new StartUntil(ClockKind.PLAN, step.until()));
    }

    private Outcome park(Step.Park step) {
        given(!step.plan().isBlank() && !step.owner().isBlank(), "life.refused.plan-missing");
        int most = ground.limits().parkDaysMax();
        boolean near =
                step.reviewOn().isAfter(ground.today())
                        && !step.reviewOn().isAfter(ground.today().plusDays(most));
        rule(near, "life.refused.park-long", most);
        return Outcome.of(matter.at(PARKED), new StartUntil(ClockKind.PARK, step.reviewOn()));
    }
}
