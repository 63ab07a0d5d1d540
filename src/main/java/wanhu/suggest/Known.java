package wanhu.suggest;

import java.util.Arrays;
import java.util.List;

/** The pieces that a machine knows. */
final class Known {
    private final int[] keys;
    private final float[] rarity;

    Known(int[] keys, float[] rarity) {
        this.keys = keys;
        this.rarity = rarity;
    }

    /** The keys of the pieces, ascending. */
    int[] keys() {
        return keys;
    }

    /** How rare each piece is (inverse document frequency). */
    float[] rarity() {
        return rarity;
    }

    /** In so many texts a piece must stand; what fewer say tells of them and not of the topic. */
    static final int PIECE_TEXTS_MIN = 3;

    /** Most pieces that are known, the most frequent ones; with 56 labels 4.5 MB. */
    static final int PIECES_MAX = 80_000;

    /** The most frequent pieces of the texts. */
    static Known of(List<Bag> texts) {
        int[] all = texts.stream().flatMapToInt(each -> Arrays.stream(each.keys())).toArray();
        Arrays.sort(all);
        int least = least(all, texts.size());
        var keys = new int[PIECES_MAX];
        var rarity = new float[PIECES_MAX];
        int size = 0;
        for (int from = 0; from < all.length; from = end(all, from)) {
            int found = end(all, from) - from;
            if (found >= least) {
                keys[size] = all[from];
                rarity[size] = (float) (Math.log((1.0 + texts.size()) / (1 + found)) + 1);
                size++;
            }
        }
        return new Known(Arrays.copyOf(keys, size), Arrays.copyOf(rarity, size));
    }

    /** In how many texts a piece must stand so that there are not too many of them. */
    private static int least(int[] all, int texts) {
        var having = new int[texts + 1];
        for (int from = 0; from < all.length; from = end(all, from)) {
            having[end(all, from) - from]++;
        }
        int pieces = 0;
        for (int found = texts; found >= PIECE_TEXTS_MIN; found--) {
            pieces += having[found];
            if (pieces > PIECES_MAX) {
                return found + 1;
            }
        }
        return PIECE_TEXTS_MIN;
    }

    private static int end(int[] all, int from) {
        int at = from + 1;
        while (at < all.length && all[at] == all[from]) {
            at++;
        }
        return at;
    }
}
