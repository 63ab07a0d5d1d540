package wanhu.suggest;

/**
 * Takes a text apart into its Chinese characters, pairs and triples of neighbours. Letters and
 * digits are left out: they are names of places, numbers of people and of houses, and say nothing
 * of what a text is about. No dictionary, no segmenter.
 */
final class Pieces {
    /** Longest piece in characters. */
    static final int LENGTH_MAX = 3;

    /** How much of a text is read, in characters; what it is about stands at its beginning. */
    static final int TEXT_CHARACTERS_MAX = 1_000;

    private static final int MIX = 0x9E3779B9;

    private Pieces() {}

    /** Receives each piece of a text with its key. */
    interface Taker {
        /** A piece from one code point to another, exclusive. */
        void take(int key, int from, int until);
    }

    /** The code points that are read. */
    static int[] points(String text) {
        return text.codePoints().limit(TEXT_CHARACTERS_MAX).toArray();
    }

    /** Hands over each piece in its order; a piece never reaches over a sign or a letter. */
    static void each(int[] points, Taker taker) {
        for (int from = 0; from < points.length; from++) {
            int mixed = MIX;
            int most = Math.min(points.length, from + LENGTH_MAX);
            for (int at = from; at < most && Character.isIdeographic(points[at]); at++) {
                mixed = (mixed ^ points[at]) * MIX;
                mixed ^= mixed >>> 15;
                taker.take(mixed, from, at + 1);
            }
        }
    }
}
