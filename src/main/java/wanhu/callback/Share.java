package wanhu.callback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;

/**
 * The share of answered matters of a category, and of those below it, that is called.
 *
 * @param from the first day on which it holds
 * @param percent {@link #PERCENT_MIN} to 100; null when what is stated above it holds again
 * @param source the document that says so
 */
record Share(String category, LocalDate from, @Nullable Integer percent, String source) {
    /** What a county may not go below: who answers shall not feel safe. */
    static final int PERCENT_MIN = 5;

    static final int SOURCE_CHARACTERS_MAX = 120;

    Share {
        boolean fits = percent == null || (percent >= PERCENT_MIN && percent <= Lot.ALL_PERCENT);
        Refused.unless(
                Refused.Kind.INVALID,
                fits,
                "callback.refused.percent",
                PERCENT_MIN,
                Lot.ALL_PERCENT);
        boolean named = !source.isBlank() && source.length() <= SOURCE_CHARACTERS_MAX;
        Refused.unless(
                Refused.Kind.INVALID, named, "callback.refused.source", SOURCE_CHARACTERS_MAX);
    }

    /** Whether it is said of that category too. */
    boolean covers(String other) {
        return other.equals(category) || other.startsWith(category + ".");
    }
}
