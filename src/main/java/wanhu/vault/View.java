package wanhu.vault;

import java.time.Instant;
import java.util.UUID;

/**
 * One look at a value in plain words.
 *
 * @param name who looked
 * @param title as which post
 * @param field what was looked at: "matter.requester.phone"
 * @param row whose
 * @param purpose why, as stated
 */
public record View(
        UUID id, Instant at, String name, String title, String field, UUID row, String purpose) {}
