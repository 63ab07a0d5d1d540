package wanhu.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at a value in plain words.
 *
 * @param name who looked
 * @param title as which post
 * @param field what was looked at: "matter.requester.phone"
 * @param row whose
 * @param purpose why, as stated
 * @param use for which purpose of the register; null before there was a choice
 */
public record View(
        UUID id,
        Instant at,
        String name,
        String title,
        String field,
        UUID row,
        String purpose,
        @Nullable Purpose use) {}
