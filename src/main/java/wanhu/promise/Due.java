package wanhu.promise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The promise that ends first.
 *
 * @param at when it ends, exclusive; null when none runs
 * @param warn from when it is soon
 * @param kind which promise
 */
public record Due(@Nullable Instant at, @Nullable Instant warn, @Nullable ClockKind kind) {
    /** Nothing is promised. */
    static final Due NONE = new Due(null, null, null);
}
