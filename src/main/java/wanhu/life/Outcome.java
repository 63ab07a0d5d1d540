package wanhu.life;

import java.util.List;
import wanhu.promise.ClockChange;

/**
 * What a decision leads to.
 *
 * @param matter the matter after the step
 * @param clocks what happens to its clocks
 * @param parts parts that co-handlers get
 */
public record Outcome(Matter matter, List<ClockChange> clocks, List<Step.CoHandler> parts) {
    public Outcome {
        clocks = List.copyOf(clocks);
        parts = List.copyOf(parts);
    }

    /** The matter with nothing but these changes of its clocks. */
    public static Outcome of(Matter matter, ClockChange... clocks) {
        return new Outcome(matter, List.of(clocks), List.of());
    }

    Outcome giving(List<Step.CoHandler> more) {
        return new Outcome(matter, clocks, more);
    }
}
