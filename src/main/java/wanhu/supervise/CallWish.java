package wanhu.supervise;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * A consultation that somebody wants to call.
 *
 * @param matter number of the matter
 * @param units who is invited
 * @param meets when
 */
public record CallWish(
        UUID command,
        String matter,
        List<UUID> units,
        Instant meets,
        String place,
        String question) {
    public CallWish {
        units = List.copyOf(new LinkedHashSet<>(units));
    }
}
