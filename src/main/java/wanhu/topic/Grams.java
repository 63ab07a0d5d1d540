package wanhu.topic;

import java.util.Arrays;

/**
 * The pairs of neighbouring Chinese characters of a text, each hashed to one of {@value #FEATURES}
 * numbers, with their counts. Letters and digits are left out: they are numbers of houses and
 * people.
 */
final class Grams {
    /** Numbers to which pairs are hashed. */
    static final int FEATURES = 1 << 16;

    /** How much of a text is read, in characters. */
    static final int TEXT_CHARACTERS_MAX = 400;

    private static final int MIX = 0x9E3779B9;

    private final int[] features;
    private final int[] counts;

    private Grams(int[] features, int[] counts) {
        this.features = features;
        this.counts = counts;
    }

    /** The numbers, ascending, each once. */
    int[] features() {
        return features;
    }

    /** How often each occurs. */
    int[] counts() {
        return counts;
    }

    /** The pairs of a text; those of the title count twice, since they stand in it too. */
    static Grams of(String title, String text) {
        int[] points = (title + "\n" + text).codePoints().limit(TEXT_CHARACTERS_MAX).toArray();
        var all = new int[points.length];
        int size = 0;
        for (int at = 0; at + 1 < points.length; at++) {
            if (Character.isIdeographic(points[at]) && Character.isIdeographic(points[at + 1])) {
                all[size] = feature(points[at], points[at + 1]);
                size++;
            }
        }
        Arrays.sort(all, 0, size);
        return counted(all, size);
    }

    static int feature(int one, int other) {
        int mixed = ((one * MIX) ^ other) * MIX;
        return (mixed ^ (mixed >>> 15)) & (FEATURES - 1);
    }

    private static Grams counted(int[] sorted, int size) {
        var features = new int[size];
        var counts = new int[size];
        int last = -1;
        for (int at = 0; at < size; at++) {
            if (last < 0 || features[last] != sorted[at]) {
                last++;
                features[last] = sorted[at];
            }
            counts[last]++;
        }
        return new Grams(Arrays.copyOf(features, last + 1), Arrays.copyOf(counts, last + 1));
    }
}
