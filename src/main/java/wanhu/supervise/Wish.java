package wanhu.supervise;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody wants to give.
 *
 * @param matter number of the matter
 * @param until last day for an answer
 * @param listed whether it goes on the county's list at once
 * @param prompt the prompt that it answers; null when nobody prompted
 */
public record Wish(
        UUID command,
        String matter,
        Ground ground,
        String demand,
        LocalDate until,
        boolean listed,
        @Nullable UUID prompt) {}
