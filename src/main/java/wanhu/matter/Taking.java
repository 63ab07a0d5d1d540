package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Ids;
import wanhu.life.Matter;
import wanhu.life.Step;

/**
 * A wish to take a step.
 *
 * @param version the version that the actor saw; -1 when it does not matter (a meeting, a rule, a
 *     resident)
 * @param command made by the client; the same twice is one step
 * @param round the meeting that decided it
 * @param happened when it happened, for what is recorded later; null for now
 */
public record Taking(
        int county,
        UUID matter,
        int version,
        UUID command,
        Step step,
        @Nullable UUID round,
        @Nullable Instant happened) {
    /** Whatever the version. */
    public static final int ANY_VERSION = -1;

    /** A step on the version that a page showed. */
    public static Taking of(Matter seen, Step step) {
        return new Taking(seen.county(), seen.id(), seen.version(), Ids.next(), step, null, null);
    }

    /** When it happened; never later than now. */
    Instant happened(Instant now) {
        return happened == null || happened.isAfter(now) ? now : happened;
    }

    /** A step decided by a meeting. */
    public static Taking decidedBy(UUID round, Matter matter, Step step) {
        return new Taking(matter.county(), matter.id(), ANY_VERSION, Ids.next(), step, round, null);
    }
}
