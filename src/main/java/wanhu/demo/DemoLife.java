package wanhu.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Grade;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Receipt;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.round.Decision;

/** One invented matter on its way. */
final class DemoLife {
    private static final List<String> SAID =
            DemoTable.rows("phrases.tsv").stream().map(row -> row[0]).toList();

    private static final Set<DemoPlan.Act> DECIDED_IN_MEETINGS =
            EnumSet.of(
                    DemoPlan.Act.ESCALATE,
                    DemoPlan.Act.DISPATCH_DEPARTMENT,
                    DemoPlan.Act.HAND_BACK,
                    DemoPlan.Act.PLAN);

    private static final int PLAN_DAYS = 45;
    private static final Duration HALF_DAY = Duration.ofHours(6);

    private final DemoSample sample;
    private final Unit village;
    private final Instant begin;
    private final Deque<DemoPlan.Act> acts;
    private final Pace pace;
    private final Random random;
    private @Nullable Receipt receipt;

    /** How a life goes on. */
    enum Pace {
        /** One act each half day, so that it soon stands where it is to be seen. */
        BRISK,
        /** As it comes; whoever has it decides without a meeting. */
        USUAL,
        /** As it comes; what a meeting can decide waits for one. */
        MEETINGS
    }

    DemoLife(
            DemoSample sample,
            Unit village,
            Instant begin,
            DemoPlan plan,
            Pace pace,
            Random random) {
        this.sample = sample;
        this.village = village;
        this.begin = begin;
        this.acts = new ArrayDeque<>(plan.acts());
        this.pace = pace;
        this.random = random;
    }

    Instant begin() {
        return begin;
    }

    /** Does what comes next; answers after how long something else comes, empty at the end. */
    Optional<Duration> act(DemoLives play) {
        var known = receipt;
        if (known == null) {
            receipt = play.report(sample, village, random);
            return acts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Duration.ofHours(2 + random.nextInt(16)));
        }
        var act = acts.remove();
        var matter = play.find(known);
        if (act == DemoPlan.Act.JOIN) {
            for (int more = random.nextInt(6); more > 0; more--) {
                play.join(play.find(known), random);
            }
        } else if (possible(act, matter)) {
            play.take(by(act, matter, play, known), matter, step(act, play));
        }
        return gap();
    }

    /** A meeting has decided what came next; answers after how long something else comes. */
    Optional<Duration> decided() {
        acts.remove();
        return gap();
    }

    /** What a meeting decides, as the plan of the life has it. */
    Decision decision(DemoLives play) {
        return switch (step(acts.getFirst(), play)) {
            case Step.PlanFor(var until, var plan) -> new Decision.Plan(until, plan);
            case Step.HandBack(var advice, var money, var people) ->
                    new Decision.HandBack(advice, money, people);
            case Step.Dispatch dispatch ->
                    new Decision.Dispatch(
                            dispatch.to(),
                            dispatch.with(),
                            dispatch.term(),
                            dispatch.instruction(),
                            dispatch.dutyItem());
            case Step.Escalate raise ->
                    new Decision.Raise(raise.reason(), raise.tried(), raise.dutyItem());
            case Step other ->
                    throw new IllegalStateException(
                            "Expected what a meeting decides but got " + other);
        };
    }

    private Optional<Duration> gap() {
        return Optional.ofNullable(acts.peek())
                .map(next -> pace == Pace.BRISK ? HALF_DAY : gap(next));
    }

    /** The id of its matter, once it was reported. */
    UUID id() {
        return Objects.requireNonNull(receipt).matter();
    }

    /** Whether nothing more is planned for it. */
    boolean ended() {
        return acts.isEmpty();
    }

    /** Whether a meeting has to decide what comes next. */
    boolean waits() {
        var next = acts.peek();
        return pace == Pace.MEETINGS && next != null && DECIDED_IN_MEETINGS.contains(next);
    }

    private static boolean possible(DemoPlan.Act act, Matter matter) {
        return act != DemoPlan.Act.PUBLISH
                || (matter.about().privacy().publishable() && !matter.open());
    }

    private Duration gap(DemoPlan.Act next) {
        return switch (next) {
            case ESCALATE, DISPATCH_DEPARTMENT, HAND_BACK ->
                    Duration.ofDays(2L + random.nextInt(9));
            case REPLY -> Duration.ofDays(1L + random.nextInt(4));
            case CONTACT, JOIN, SIGN -> Duration.ofHours(1L + random.nextInt(8));
            default -> Duration.ofHours(5L + random.nextInt(40));
        };
    }

    private By by(DemoPlan.Act act, Matter matter, DemoLives play, Receipt known) {
        return switch (act) {
            case SUPPLEMENT, WITHDRAW, RATE_WELL, RATE_BADLY -> new By.Requester(known.requester());
            case APPROVE -> new By.Staff(reviewer(matter, play));
            case NO_REACH, FOLLOW_UP, REDO -> new By.Staff(play.staff().atDesk(Role.FOLLOW_UP));
            case PARK, GRANT_EXTENSION -> new By.Staff(above(matter, play));
            case PUBLISH ->
                    new By.Staff(
                            play.staff()
                                    .actor(
                                            Role.COUNTY_CLERK,
                                            play.county().tree().root().orElseThrow()));
            default -> new By.Staff(clerk(matter.parties().holder(), play));
        };
    }

    private Actor reviewer(Matter matter, DemoLives play) {
        var dispatcher = matter.parties().dispatcher();
        return dispatcher == null
                        || dispatcher.unit().equals(matter.parties().handlerOrHolder().unit())
                ? above(matter, play)
                : clerk(dispatcher, play);
    }

    private Actor clerk(Hold hold, DemoLives play) {
        var unit = play.county().tree().get(hold.unit());
        var role =
                unit.kind() == UnitKind.DEPARTMENT
                        ? Role.DEPARTMENT_CLERK
                        : switch (hold.level()) {
                            case GRID -> Role.GRID_WORKER;
                            case VILLAGE -> Role.VILLAGE_CLERK;
                            case TOWNSHIP -> Role.TOWNSHIP_CLERK;
                            case COUNTY, CITY, PROVINCE -> Role.COUNTY_CLERK;
                        };
        return play.staff().actor(role, unit);
    }

    private Actor above(Matter matter, DemoLives play) {
        var hold = matter.parties().handlerOrHolder();
        var tree = play.county().tree();
        return hold.level() == Level.VILLAGE
                ? play.staff()
                        .actor(
                                Role.TOWNSHIP_CLERK,
                                tree.above(hold.unit(), Level.TOWNSHIP).orElseThrow())
                : play.staff()
                        .actor(
                                hold.level() == Level.TOWNSHIP ? Role.COUNTY_CLERK : Role.LEADER,
                                tree.root().orElseThrow());
    }

    private Step step(DemoPlan.Act act, DemoLives play) {
        var today = play.today();
        return switch (act) {
            case TAKE_ON -> new Step.TakeOn("");
            case ADMIT -> new Step.Admit(null);
            case ASK -> new Step.AskSupplement(SAID.get(11));
            case SUPPLEMENT -> new Step.Supplement(SAID.get(12));
            case DECLINE -> new Step.Decline(Reason.Decline.SAME_MATTER, "");
            case REFER -> new Step.Decline(Reason.Decline.LITIGATION, "");
            case ANSWER -> new Step.AnswerAtOnce(sample.answer());
            case ESCALATE -> new Step.Escalate(reason(), tried(), null);
            case URGENT -> new Step.EscalateUrgently(Reason.Urgent.DANGER, tried());
            case DISPATCH_DEPARTMENT -> dispatch(play);
            case SIGN -> new Step.Sign();
            case ASK_RETURN -> new Step.AskReturn(SAID.get(6), null);
            case REFUSE_RETURN -> new Step.RefuseReturn(SAID.get(13));
            case CONTACT -> new Step.Contact(true, SAID.get(0));
            case PROGRESS -> new Step.Progress(SAID.get(3));
            case ASK_EXTENSION -> new Step.AskExtension(Term.parse("5wd"), SAID.get(9));
            case GRANT_EXTENSION -> new Step.GrantExtension(SAID.get(10));
            case PLAN -> new Step.PlanFor(today.plusDays(PLAN_DAYS), SAID.get(4));
            case PARK -> new Step.Park(SAID.get(4), SAID.get(5), today.plusDays(60));
            case CONSULT -> new Step.Consult(SAID.get(2), List.of());
            case HAND_BACK -> new Step.HandBack(SAID.get(2), Fen.ofYuan("3000"), "");
            case REPLY -> new Step.Reply(Reason.Result.SOLVED, sample.answer(), "", SAID.get(7));
            case APPROVE -> new Step.Approve("");
            case NO_REACH -> new Step.FailToReach(SAID.get(7));
            case RATE_WELL ->
                    new Step.Rate(
                            random.nextInt(3) == 0 ? Grade.VERY_SATISFIED : Grade.SATISFIED,
                            true,
                            SAID.get(8));
            case RATE_BADLY -> new Step.Rate(Grade.DISSATISFIED, false, "");
            case FOLLOW_UP -> new Step.FollowUp(true, null, "");
            case REDO -> new Step.Redo(SAID.get(2));
            case PUBLISH -> new Step.Publish(sample.title(), sample.text(), sample.answer());
            case WITHDRAW -> new Step.Withdraw(SAID.get(13));
            case JOIN -> throw new IllegalStateException("Expected a step but joining is none");
        };
    }

    private Reason.Escalate reason() {
        var usual =
                List.of(
                        Reason.Escalate.NO_MONEY,
                        Reason.Escalate.BEYOND_POWERS,
                        Reason.Escalate.SEVERAL_UNITS);
        return usual.get(random.nextInt(usual.size()));
    }

    private String tried() {
        return sample.tried().isEmpty() ? SAID.get(1) : sample.tried();
    }

    private Step dispatch(DemoLives play) {
        var owner = play.county().owners().get(sample.category());
        var unit = owner == null ? play.county().department(0) : play.county().department(owner);
        return new Step.Dispatch(
                Hold.of(play.county().tree(), unit.id()),
                List.of(),
                Term.parse("10wd"),
                null,
                SAID.get(2));
    }
}
