package wanhu.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;

/**
 * A project as a list shows it.
 *
 * @param place name of the unit in which it lies
 * @param responsible name of the unit that does it
 * @param lateness of the day that comes next
 * @param whole lateness of the deadline of all
 * @param due end of the day that comes next, exclusive; null when none does
 */
record Row(
        Project project,
        String place,
        String responsible,
        Lateness lateness,
        Lateness whole,
        @Nullable Instant due) {
    /** End of the deadline, exclusive. */
    Instant end() {
        return Behind.end(project.promise().deadline());
    }

    String leader() {
        var leader = project.parties().leader();
        return leader == null ? "" : leader.title() + " " + leader.name();
    }

    /** Colour of the phase. */
    String look() {
        return look(project.phase());
    }

    static String look(Phase phase) {
        return switch (phase) {
            case PROPOSED -> "plain";
            case CHOSEN, STARTED -> "act";
            case DONE, RATED -> "done";
            case STRUCK_OFF, DROPPED -> "quiet";
        };
    }
}
