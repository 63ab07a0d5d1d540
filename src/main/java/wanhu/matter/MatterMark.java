package wanhu.matter;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;

/**
 * A place between two rows of a list: the sort key of a row and its id.
 *
 * @param key an instant or a number as text; null for a row without a deadline
 * @param back whether the rows before it are wanted
 */
public record MatterMark(@Nullable String key, UUID id, boolean back) {
    private static final char BETWEEN = '_';
    private static final String NO_KEY = "-";
    private static final String BACK = "b";
    private static final String AHEAD = "a";

    /** As it stands in an address; {@link #parse} reads it. */
    public String text() {
        return (back ? BACK : AHEAD) + (key == null ? NO_KEY : key) + BETWEEN + id;
    }

    /** Reads a mark; empty when the text is none, for instance because somebody wrote it. */
    public static Optional<MatterMark> parse(String text) {
        int cut = text.indexOf(BETWEEN);
        if (cut < 2 || !(text.startsWith(BACK) || text.startsWith(AHEAD))) {
            return Optional.empty();
        }
        try {
            var key = text.substring(1, cut);
            var id = UUID.fromString(text.substring(cut + 1));
            return Optional.of(
                    new MatterMark(NO_KEY.equals(key) ? null : key, id, text.startsWith(BACK)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The key as an instant; empty when it is none. */
    Optional<Instant> instant() {
        try {
            return key == null ? Optional.empty() : Optional.of(Days.instant(key));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The key as a number; empty when it is none. */
    Optional<Integer> number() {
        try {
            return key == null ? Optional.empty() : Optional.of(Integer.valueOf(key));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
