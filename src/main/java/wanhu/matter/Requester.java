package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Grade;

/**
 * Somebody who has the matter: the first who told it, or one who joined. Name and phone stay
 * sealed.
 *
 * @param matter where it stands now, after merging
 * @param firstMatter where it was told
 * @param name sealed, null when none was given
 * @param phone sealed, null when none was given
 * @param rating what she said of the result, once
 * @param care which notice she was shown last, and whether a child is concerned
 */
public record Requester(
        int county,
        UUID id,
        UUID matter,
        UUID firstMatter,
        @Nullable String name,
        @Nullable String phone,
        boolean wantsNews,
        Instant joined,
        @Nullable Rating rating,
        Report.Care care) {

    /**
     * A rating by one requester; never by the handler, and only once.
     *
     * @param solved whether the matter is solved in her eyes
     */
    public record Rating(Grade grade, boolean solved, String note, Instant at) {}
}
