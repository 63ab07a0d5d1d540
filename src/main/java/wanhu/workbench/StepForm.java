package wanhu.workbench;

import static wanhu.workbench.StepInput.area;
import static wanhu.workbench.StepInput.ask;
import static wanhu.workbench.StepInput.line;
import static wanhu.workbench.StepInput.pick;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.life.Grade;
import wanhu.life.Kind;
import wanhu.life.Reason;
import wanhu.life.Step;

/**
 * What each step asks for, and how the answers become the step: the one place where forms become
 * steps. A field that is not named here is never read.
 *
 * @param step name of the step
 * @param inputs what it asks for, in the order of the form
 * @param read makes the step of answers that have been checked
 */
record StepForm(String step, List<StepInput> inputs, Function<Answers, Step> read) {
    private static final int ANSWER_CHARACTERS_MAX = 5_000;
    private static final int TITLE_CHARACTERS_MAX = 100;
    private static final int CODE_CHARACTERS_MAX = 60;

    private static final StepInput NOTE = area("note");

    /** The number of an item of the duty lists. */
    static final StepInput DUTY = line("dutyItem").optional();

    private static final List<StepForm> ALL =
            List.of(
                    form(
                            "AskSupplement",
                            a -> new Step.AskSupplement(a.text("question")),
                            area("question")),
                    form("Supplement", a -> new Step.Supplement(a.text("text")), area("text")),
                    form(
                            "Decline",
                            a -> new Step.Decline(decline(a), a.text("told")),
                            pick("reason", "life.decline.", Reason.Decline.values()),
                            area("told")),
                    form("Merge", StepForm::merge, ask("into", StepInput.Type.MATTER)),
                    form(
                            "AnswerAtOnce",
                            a -> new Step.AnswerAtOnce(a.text("answer")),
                            area("answer").upTo(ANSWER_CHARACTERS_MAX)),
                    form("Admit", a -> new Step.Admit(a.orNull("dutyItem")), DUTY),
                    form("TakeOn", a -> new Step.TakeOn(a.text("note")), NOTE.optional()),
                    form(
                            "Dispatch",
                            StepForm::dispatch,
                            ask("to", StepInput.Type.UNIT),
                            ask("term", StepInput.Type.TERM).optional(),
                            area("instruction").optional(),
                            ask("with", StepInput.Type.UNITS).optional(),
                            DUTY),
                    form("Recall", a -> new Step.Recall(a.text("note")), NOTE.optional()),
                    form("Sign", _ -> new Step.Sign()),
                    form(
                            "AskReturn",
                            a -> new Step.AskReturn(a.text("note"), a.orNull("dutyItem")),
                            NOTE,
                            DUTY),
                    form("RefuseReturn", a -> new Step.RefuseReturn(a.text("note")), NOTE),
                    form(
                            "Consult",
                            a -> new Step.Consult(a.text("note"), a.coHandlers("with")),
                            NOTE,
                            ask("with", StepInput.Type.UNITS).optional()),
                    form(
                            "ConcludeConsultation",
                            a -> new Step.ConcludeConsultation(a.text("note")),
                            NOTE),
                    form(
                            "Contact",
                            a -> new Step.Contact(a.yes("reached"), a.text("note")),
                            ask("reached", StepInput.Type.YES_NO),
                            NOTE),
                    form("Progress", a -> new Step.Progress(a.text("told")), area("told")),
                    form("Remark", a -> new Step.Remark(a.text("note")), NOTE),
                    form("CoReport", a -> new Step.CoReport(a.unit(), a.text("note")), NOTE),
                    form(
                            "AskExtension",
                            a -> new Step.AskExtension(a.term("term"), a.text("note")),
                            ask("term", StepInput.Type.TERM),
                            NOTE),
                    form(
                            "GrantExtension",
                            a -> new Step.GrantExtension(a.text("told")),
                            area("told")),
                    form("RefuseExtension", a -> new Step.RefuseExtension(a.text("note")), NOTE),
                    form(
                            "PlanFor",
                            a -> new Step.PlanFor(a.day("until"), a.text("plan")),
                            ask("until", StepInput.Type.DATE),
                            area("plan")),
                    form(
                            "Park",
                            a -> new Step.Park(a.text("plan"), a.text("owner"), a.day("reviewOn")),
                            area("plan"),
                            line("owner"),
                            ask("reviewOn", StepInput.Type.DATE)),
                    form(
                            "Sort",
                            StepForm::sort,
                            ask("category", StepInput.Type.CATEGORY).upTo(CODE_CHARACTERS_MAX),
                            pick("kind", "life.kind.", Kind.values()),
                            NOTE),
                    form("Resume", a -> new Step.Resume(a.text("note")), NOTE.optional()),
                    form(
                            "Escalate",
                            a ->
                                    new Step.Escalate(
                                            escalate(a), a.text("tried"), a.orNull("dutyItem")),
                            pick("reason", "life.escalate.", Reason.Escalate.values()),
                            area("tried"),
                            DUTY),
                    form(
                            "EscalateUrgently",
                            a -> new Step.EscalateUrgently(urgent(a), a.text("tried")),
                            pick("reason", "life.urgent.", Reason.Urgent.values()),
                            area("tried")),
                    form(
                            "ConfirmUrgent",
                            a -> new Step.ConfirmUrgent(a.text("note")),
                            NOTE.optional()),
                    form(
                            "HandBack",
                            a ->
                                    new Step.HandBack(
                                            a.text("advice"), a.money("money"), a.text("people")),
                            area("advice"),
                            ask("money", StepInput.Type.MONEY).optional(),
                            line("people").optional()),
                    form(
                            "Reply",
                            StepForm::reply,
                            pick("result", "life.result.", Reason.Result.values()),
                            area("answer").upTo(ANSWER_CHARACTERS_MAX),
                            NOTE.optional(),
                            area("notContacted").optional()),
                    form("Approve", a -> new Step.Approve(a.text("note")), NOTE.optional()),
                    form("SendBack", a -> new Step.SendBack(a.text("note")), NOTE),
                    form("FailToReach", a -> new Step.FailToReach(a.text("note")), NOTE.optional()),
                    form(
                            "FollowUp",
                            a -> new Step.FollowUp(a.yes("solved"), grade(a), a.text("note")),
                            ask("solved", StepInput.Type.YES_NO),
                            pick("grade", "life.grade.", Grade.values()).optional(),
                            NOTE.optional()),
                    form("Redo", a -> new Step.Redo(a.text("note")), NOTE),
                    form("Close", a -> new Step.Close(a.text("note")), NOTE),
                    form(
                            "Publish",
                            a ->
                                    new Step.Publish(
                                            a.text("title"), a.text("text"), a.text("answer")),
                            line("title").upTo(TITLE_CHARACTERS_MAX),
                            area("text").upTo(ANSWER_CHARACTERS_MAX),
                            area("answer").upTo(ANSWER_CHARACTERS_MAX).optional()),
                    form("Unpublish", a -> new Step.Unpublish(a.text("note")), NOTE));

    StepForm {
        inputs = List.copyOf(inputs);
    }

    private static StepForm form(String step, Function<Answers, Step> read, StepInput... inputs) {
        return new StepForm(step, List.of(inputs), read);
    }

    /** All of them. */
    static Stream<StepForm> all() {
        return ALL.stream();
    }

    /** The form of a step; empty for a step that staff does not take by a form. */
    static Optional<StepForm> find(String step) {
        return ALL.stream().filter(form -> form.step().equals(step)).findFirst();
    }

    private static Reason.Decline decline(Answers answers) {
        return Reason.Decline.valueOf(answers.text("reason"));
    }

    private static Reason.Escalate escalate(Answers answers) {
        return Reason.Escalate.valueOf(answers.text("reason"));
    }

    private static Reason.Urgent urgent(Answers answers) {
        return Reason.Urgent.valueOf(answers.text("reason"));
    }

    private static @Nullable Grade grade(Answers answers) {
        var grade = answers.orNull("grade");
        return grade == null ? null : Grade.valueOf(grade);
    }

    private static Step merge(Answers answers) {
        var into = answers.matter("into");
        return new Step.Merge(into.id(), into.number());
    }

    private static Step sort(Answers answers) {
        var about = answers.about();
        return new Step.Sort(
                new Step.Topic(about.kind(), about.category()),
                new Step.Topic(Kind.valueOf(answers.text("kind")), answers.text("category")),
                answers.text("note"),
                null);
    }

    private static Step dispatch(Answers answers) {
        return new Step.Dispatch(
                answers.hold("to"),
                answers.coHandlers("with"),
                answers.termOrNull("term"),
                answers.orNull("dutyItem"),
                answers.text("instruction"));
    }

    private static Step reply(Answers answers) {
        return new Step.Reply(
                Reason.Result.valueOf(answers.text("result")),
                answers.text("answer"),
                answers.text("note"),
                answers.text("notContacted"));
    }
}
