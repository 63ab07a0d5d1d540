package wanhu.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * An article as it stands: what is shown of it, and whether a new version is being written.
 *
 * @param owner the unit that answers for it
 * @param live number of the version that is shown; null when none is
 * @param pending where the version stands that is being written; null when none is
 * @param categories codes of what it is about
 * @param times when somebody must look at it, when it ends
 */
record Article(
        int county,
        UUID id,
        UUID owner,
        OrgPath ownerPath,
        State state,
        @Nullable Integer live,
        String title,
        Audience audience,
        List<String> categories,
        @Nullable Pending pending,
        Times times,
        Counts counts) {
    /** Days before its day to be looked at from which the owner is warned. */
    static final int WARN_DAYS = 30;

    Article {
        categories = List.copyOf(categories);
    }

    /** Whether it is shown at all. */
    enum State {
        /** 未发布. */
        NEW,
        /** 已发布. */
        LIVE,
        /** 已撤下. */
        WITHDRAWN
    }

    /** Where the version stands that is being written. */
    enum Pending {
        /** 起草中. */
        DRAFT,
        /** 待审核. */
        REVIEW
    }

    /**
     * Its days.
     *
     * @param review by which its owner looks at it again
     * @param expires the last day on which it holds; null when it has no end
     */
    record Times(LocalDate review, @Nullable LocalDate expires, Instant changed) {}

    /**
     * What came of it.
     *
     * @param cited matters that cite it
     * @param helped readers whom it helped
     * @param wishes of readers that nobody has answered
     */
    record Counts(int cited, int helped, int unhelped, int wishes) {}

    boolean shown() {
        return state == State.LIVE;
    }

    /** Whether its end has passed: then residents no longer see it. */
    boolean expired(LocalDate today) {
        var last = times.expires();
        return shown() && last != null && today.isAfter(last);
    }

    /** Whether its owner must look at it now: its day, or its end, is near or has passed. */
    boolean due(LocalDate today) {
        var last = times.expires();
        boolean ending = last != null && !today.plusDays(WARN_DAYS).isBefore(last);
        return shown() && (ending || !today.plusDays(WARN_DAYS).isBefore(times.review()));
    }

    /** Whether that day has passed. */
    boolean late(LocalDate today) {
        return shown() && (today.isAfter(times.review()) || expired(today));
    }
}
