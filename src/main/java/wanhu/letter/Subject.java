package wanhu.letter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Matter;

/**
 * What a letter is about, as the post that writes it sees it, with a first draft.
 *
 * @param page where it is shown
 * @param matter behind it; null for minutes
 * @param asked the resident's words that a reply answers; empty for other kinds
 * @param present who was at a meeting
 * @param past the last day that the draft names, when it is over; null otherwise
 */
record Subject(
        Letter.About about,
        String page,
        @Nullable Matter matter,
        String asked,
        String present,
        Wish.Words draft,
        @Nullable LocalDate past) {
    UUID id() {
        return about.id();
    }
}
