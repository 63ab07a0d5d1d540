package wanhu.supervise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders shall show, as it was typed; nothing named means all that run.
 *
 * @param rank only of this level
 * @param late only those whose answer is late
 * @param listed only 挂牌督办
 * @param ended those that were struck off instead of those that run
 * @param q part of the number of the order or of the matter
 * @param after key of the last row of the piece before
 */
record Filter(
        @Nullable Rank rank,
        @Nullable Boolean late,
        @Nullable Boolean listed,
        @Nullable Boolean ended,
        @Nullable String q,
        @Nullable String after) {

    boolean isLate() {
        return Boolean.TRUE.equals(late);
    }

    boolean isListed() {
        return Boolean.TRUE.equals(listed);
    }

    boolean isEnded() {
        return Boolean.TRUE.equals(ended);
    }

    String text() {
        return Objects.toString(q, "").strip().toUpperCase(Locale.ROOT);
    }

    String rankName() {
        return rank == null ? "" : rank.name();
    }

    boolean narrows() {
        return rank != null || isLate() || isListed() || !text().isEmpty();
    }

    /** The named parameters of the conditions. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("rank", rankName());
        parameters.put("late", isLate());
        parameters.put("listed", isListed());
        parameters.put("q", text());
        return parameters;
    }

    /** The same filter as part of an address, without the place in the list. */
    String address() {
        return "rank="
                + rankName()
                + (isLate() ? "&late=true" : "")
                + (isListed() ? "&listed=true" : "")
                + (isEnded() ? "&ended=true" : "")
                + (text().isEmpty()
                        ? ""
                        : "&q="
                                + java.net.URLEncoder.encode(
                                        text(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
