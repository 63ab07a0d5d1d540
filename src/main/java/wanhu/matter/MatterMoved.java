package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fact;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;

/**
 * A step was taken; the matter may stand elsewhere now.
 *
 * @param before the matter before the step
 * @param after the matter after it
 * @param step what was done
 * @param by who did it
 * @param round the meeting that decided it, if one did
 */
public record MatterMoved(
        Matter before, Matter after, Step step, By by, @Nullable UUID round, Instant at)
        implements Fact {
    @Override
    public int county() {
        return after.county();
    }
}
