package wanhu.hook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is called.
 *
 * @param token with which it was set up, and as which it sees
 * @param address where
 * @param events for what
 * @param ended when somebody ended it; null before
 */
public record Hook(
        int county,
        UUID id,
        UUID token,
        String address,
        Set<HookEvent> events,
        Instant made,
        @Nullable Instant ended) {
    public Hook {
        events = Set.copyOf(events);
    }
}
