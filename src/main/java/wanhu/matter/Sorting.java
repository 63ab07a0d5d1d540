package wanhu.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wanhu.life.Step;
import wanhu.promise.ClockKind;
import wanhu.promise.Clocks;

/** How the day to finish moves with a matter that is sorted anew, so that the timeline tells it. */
final class Sorting {
    private Sorting() {}

    /** Until when the matter of this line is to be finished; null for other steps. */
    static @Nullable Instant finish(Clocks clocks, StepStore.Entry line) {
        var matter = line.before();
        return line.step() instanceof Step.Sort
                ? clocks.due(matter.county(), matter.id(), ClockKind.FINISH, line.recorded())
                : null;
    }

    /** The step as the timeline tells it, with what it did to that day. */
    static Step told(Clocks clocks, StepStore.Entry line, @Nullable Instant before) {
        return line.step() instanceof Step.Sort sort
                ? sort.moved(before, finish(clocks, line))
                : line.step();
    }
}
