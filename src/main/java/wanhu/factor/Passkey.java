package wanhu.factor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param id names it on the page
 * @param name given by the owner
 * @param madeAt when it was registered
 * @param usedAt when it was used last; null when never
 */
public record Passkey(UUID id, String name, Instant madeAt, @Nullable Instant usedAt) {
    /** Characters of a name at most. */
    public static final int NAME_CHARACTERS_MAX = 40;
}
