package wanhu.workbench;

import java.util.List;
import java.util.Optional;
import wanhu.life.Matter;
import wanhu.reply.Finding;
import wanhu.reply.ReplyCheck;

/**
 * What to look at before an answer goes out, in the form that writes it and again in the form that
 * approves it. Hints alone: the writer and the reviewer decide.
 */
final class ReplyLook {
    private static final String LOOK = "look";

    private ReplyLook() {}

    /** Whether somebody only wants to look, and not to act. */
    static boolean asked(Typed typed) {
        return typed.times(LOOK) > 0;
    }

    /** Whether the step writes an answer that can be looked at before it is sent. */
    static boolean writes(String step) {
        return step.equals("Reply") || step.equals("AnswerAtOnce");
    }

    /** What is to be looked at; empty while there is no answer, or for other steps. */
    static Optional<List<Finding>> of(Typed typed, Matter matter) {
        var answer = answer(typed, matter);
        var about = matter.about();
        return answer.isBlank()
                ? Optional.empty()
                : Optional.of(ReplyCheck.of(about.title() + "\n" + about.body(), answer));
    }

    private static String answer(Typed typed, Matter matter) {
        if (writes(typed.step())) {
            return typed.first("answer");
        }
        return typed.step().equals("Approve") ? matter.ending().answer() : "";
    }
}
