package wanhu.suggest;

import java.util.Arrays;

/**
 * The pieces of a text and how often each stands in it; small, because thousands are in memory
 * while something is learned.
 */
final class Bag {
    private final int[] keys;
    private final int[] counts;

    Bag(int[] keys, int[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    /** The keys of the pieces, ascending, each once. */
    int[] keys() {
        return keys;
    }

    /** How often each piece stands in the text. */
    int[] counts() {
        return counts;
    }

    /** The pieces of the beginning of a text, at most {@link Pieces#TEXT_CHARACTERS_MAX} of it. */
    static Bag of(String text) {
        int[] points = Pieces.points(text);
        var all = new int[points.length * Pieces.LENGTH_MAX];
        int[] size = {0};
        Pieces.each(
                points,
                (key, _, _) -> {
                    all[size[0]] = key;
                    size[0]++;
                });
        Arrays.sort(all, 0, size[0]);
        return counted(all, size[0]);
    }

    private static Bag counted(int[] sorted, int size) {
        var keys = new int[size];
        var counts = new int[size];
        int last = -1;
        for (int at = 0; at < size; at++) {
            if (last < 0 || keys[last] != sorted[at]) {
                last++;
                keys[last] = sorted[at];
            }
            counts[last]++;
        }
        return new Bag(Arrays.copyOf(keys, last + 1), Arrays.copyOf(counts, last + 1));
    }

    /** Share of common pieces of two texts, 0 to 1 (Jaccard). */
    double likeness(Bag other) {
        int common = 0;
        for (int key : keys) {
            common += Arrays.binarySearch(other.keys(), key) >= 0 ? 1 : 0;
        }
        int all = keys.length + other.keys().length - common;
        return all == 0 ? 0 : (double) common / all;
    }
}
