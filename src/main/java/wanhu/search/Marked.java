package wanhu.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A text cut where the words that were looked for stand, so that a page can mark them.
 *
 * @param text a piece of it
 * @param hit whether it is one of the words
 */
record Marked(String text, boolean hit) {
    private static final int BEFORE_CHARACTERS = 24;
    private static final int EXCERPT_CHARACTERS = 110;
    private static final int PAIR = 2;

    /** The whole text. */
    static List<Marked> of(String text, String query) {
        return cut(text, hits(text, query));
    }

    /** What stands around the first of the words; the beginning when none stands in it. */
    static List<Marked> excerpt(String text, String query) {
        var flat = text.replaceAll("\\s+", " ").strip();
        int first = Math.max(0, hits(flat, query).nextSetBit(0));
        int from = start(flat, Math.max(0, first - BEFORE_CHARACTERS));
        int until = start(flat, Math.min(flat.length(), from + EXCERPT_CHARACTERS));
        var shown =
                (from > 0 ? "…" : "")
                        + flat.substring(from, until)
                        + (until < flat.length() ? "…" : "");
        return of(shown, query);
    }

    /** Not within a character of two units. */
    private static int start(String text, int at) {
        boolean within = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return within ? at - 1 : at;
    }

    private static BitSet hits(String text, String query) {
        var plain = text.toLowerCase(Locale.ROOT);
        var hits = new BitSet(text.length());
        Arrays.stream(query.toLowerCase(Locale.ROOT).split("[\\s\\p{Punct}，。、；：？！]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> mark(hits, plain, word));
        return hits;
    }

    /** The word, or, where it does not stand as a whole, its pairs, by which it was found. */
    private static void mark(BitSet hits, String text, String word) {
        if (set(hits, text, word) || word.length() <= PAIR) {
            return;
        }
        for (int at = 0; at + PAIR <= word.length(); at++) {
            set(hits, text, word.substring(at, at + PAIR));
        }
    }

    private static boolean set(BitSet hits, String text, String word) {
        int at = text.indexOf(word);
        boolean found = at >= 0;
        while (at >= 0) {
            hits.set(at, at + word.length());
            at = text.indexOf(word, at + 1);
        }
        return found;
    }

    private static List<Marked> cut(String text, BitSet hits) {
        var pieces = new ArrayList<Marked>();
        int from = 0;
        while (from < text.length()) {
            boolean hit = hits.get(from);
            int next = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            int until = next < 0 ? text.length() : Math.min(next, text.length());
            pieces.add(new Marked(text.substring(from, until), hit));
            from = until;
        }
        return pieces;
    }
}
