package wanhu.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Hides small counts, so that nobody can be recognised in them: a count from 1 up to the rule's
 * number minus one is not shown, and where the total is shown too, a second one is hidden with it,
 * else it could be computed.
 */
public final class Suppressed {
    private Suppressed() {}

    /**
     * The counts of a column whose total is shown; empty where a count is hidden. Zero says nothing
     * of anybody.
     */
    public static List<OptionalLong> column(List<Long> counts, int least) {
        var shown = new ArrayList<OptionalLong>();
        counts.forEach(count ->
                shown.add(small(count, least) ? OptionalLong.empty() : OptionalLong.of(count)));
        if (shown.stream().filter(OptionalLong::isEmpty).count() == 1) {
            int second = smallestShown(counts, shown);
            if (second >= 0) {
                shown.set(second, OptionalLong.empty());
            }
        }
        return shown;
    }

    private static int smallestShown(List<Long> counts, List<OptionalLong> shown) {
        int smallest = -1;
        for (int at = 0; at < counts.size(); at++) {
            boolean candidate = shown.get(at).isPresent() && counts.get(at) > 0;
            if (candidate && (smallest < 0 || counts.get(at) < counts.get(smallest))) {
                smallest = at;
            }
        }
        return smallest;
    }

    public static boolean small(long count, int least) {
        return count > 0 && count < least;
    }
}
