package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wished for her own data, as the trail of it.
 *
 * @param words what she set right in her words; empty for other kinds
 * @param matter the matter that a complaint became; null for what was done at once
 * @param due until when that is answered; null likewise
 */
public record DataWish(
        UUID requester,
        Instant at,
        Kind kind,
        String words,
        @Nullable UUID matter,
        @Nullable Instant due) {
    /** What can be wished (PIPL, articles 15 and 44 to 50). */
    public enum Kind {
        /** Her name is put right. */
        NAME,
        /** Her phone is put right. */
        PHONE,
        /** Her words are put right: what she wrote first stays, what she adds stands beside it. */
        WORDS,
        /** No more messages. */
        NEWS,
        /** Her matter is not published. */
        PUBLISHING,
        /** Name and phone are deleted. */
        FORGET,
        /** A complaint about how her data are handled. */
        COMPLAINT
    }
}
