package wanhu.exchange;

import java.util.Arrays;
import java.util.Set;
import wanhu.life.Stage;

/**
 * How a matter stands in another system.
 *
 * @param state as they call it
 * @param stage as the table calls it: the name of a stage of ours, else what they call it
 * @param answer what they say to the resident; empty before
 * @param reason why they gave it back, as the table calls it
 * @param why the same in their words
 */
record Theirs(String state, String stage, String answer, String reason, String why) {
    private static final Set<String> ANSWERED = Set.of("FOLLOW_UP", "CLOSED", "ARCHIVED");
    private static final Set<String> BACK = Set.of("DECLINED", "REFERRED", "MERGED", "WITHDRAWN");

    /** Whether they ended it without solving it. */
    static boolean gaveBack(String stage) {
        return BACK.contains(stage);
    }

    /** Whether they ended it without solving it. */
    boolean gaveBack() {
        return gaveBack(stage);
    }

    /** Whether they let it go because somebody wanted it back. */
    boolean withdrawn() {
        return stage.equals(Stage.WITHDRAWN.name());
    }

    /** Whether they answered, and it was reviewed there. */
    boolean answered() {
        return ANSWERED.contains(stage) && !answer.isEmpty();
    }

    /** Whether the table says what it means. */
    boolean known() {
        return Arrays.stream(Stage.values()).anyMatch(each -> each.name().equals(stage));
    }
}
