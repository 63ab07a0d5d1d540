package wanhu.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an article.
 *
 * @param edit counts how often it was saved; a form that shows an older one is told so
 * @param reviewed by whom it was read and found right; null before
 * @param remark why it was given back; empty when it was not
 */
record Version(
        UUID article,
        int version,
        int edit,
        State state,
        Text text,
        Hand written,
        @Nullable Hand reviewed,
        String remark) {
    /** Where it stands. */
    enum State {
        /** 起草中. */
        DRAFT,
        /** 待审核. */
        REVIEW,
        /** 当前版本. */
        LIVE,
        /** 历史版本. */
        OLD
    }

    /** Which one of which article. */
    record Of(UUID article, int version) {}

    /** Who did it, and when. */
    record Hand(UUID person, String name, Instant at) {}

    boolean pending() {
        return state == State.DRAFT || state == State.REVIEW;
    }
}
