package wanhu.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of the work by which progress is measured.
 *
 * @param position from 1, in the order of the plan
 * @param weight share of the whole in percent, 1 to 100; all of a project make 100
 * @param due last day
 * @param reached when it was reached; null while it lies ahead
 */
public record Milestone(
        int position, String name, int weight, LocalDate due, @Nullable LocalDate reached) {
    /** Longest name in characters. */
    public static final int NAME_CHARACTERS_MAX = 60;

    boolean done() {
        return reached != null;
    }

    Milestone reachedOn(LocalDate day) {
        return new Milestone(position, name, weight, due, day);
    }
}
