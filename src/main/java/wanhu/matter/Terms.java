package wanhu.matter;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * What a text can be found by: pairs of neighbouring Chinese characters, whole Latin words and
 * numbers. Two-character words are found too, which three-letter indexes miss.
 */
public final class Terms {
    /** Most terms kept of one text. */
    static final int TERMS_MAX = 400;

    private Terms() {}

    /** The terms of a text, in their order. */
    public static List<String> of(String text) {
        var terms = new LinkedHashSet<String>();
        each(
                text,
                term -> {
                    if (terms.size() < TERMS_MAX) {
                        terms.add(term);
                    }
                });
        return List.copyOf(terms);
    }

    /**
     * The terms of a text as numbers, which an index sorts and compares at a fraction of the cost.
     * Two terms share a number once in four thousand million: a search may very rarely find a text
     * too many, never one too few.
     */
    public static int[] keys(String text) {
        var keys = HashSet.<Integer>newHashSet(TERMS_MAX);
        each(
                text,
                term -> {
                    if (keys.size() < TERMS_MAX) {
                        keys.add(key(term));
                    }
                });
        return keys.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same of a matter: each single character of its title too, so that one is enough. */
    public static int[] keys(String title, String rest) {
        var keys = HashSet.<Integer>newHashSet(TERMS_MAX);
        title.codePoints()
                .filter(Character::isIdeographic)
                .forEach(sign -> keys.add(key(Character.toString(sign))));
        for (int each : keys(title + " " + rest)) {
            keys.add(each);
        }
        return keys.stream().mapToInt(Integer::intValue).toArray();
    }

    /** CRC-32 less 2³¹; the database computes the same with crc32(bytea). */
    static int key(String term) {
        var sum = new CRC32();
        sum.update(term.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() + Integer.MIN_VALUE);
    }

    /** Share of common terms of two texts, 0 to 1 (Jaccard). */
    static double likeness(Set<String> left, Set<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        long common = left.stream().filter(right::contains).count();
        return (double) common / (left.size() + right.size() - common);
    }

    private static void each(String text, Consumer<String> taker) {
        int[] points = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        int until = 0;
        for (int from = 0; from < points.length; from = until) {
            var sort = Sort.of(points[from]);
            until = end(points, from, sort);
            switch (sort) {
                case CHINESE -> pairs(points, from, until, taker);
                case OTHER -> taker.accept(new String(points, from, until - from));
                case NONE -> {}
            }
        }
    }

    private static int end(int[] points, int from, Sort sort) {
        int at = from + 1;
        while (at < points.length && Sort.of(points[at]) == sort) {
            at++;
        }
        return at;
    }

    private static void pairs(int[] points, int from, int until, Consumer<String> taker) {
        if (until == from + 1) {
            taker.accept(new String(points, from, 1));
        }
        for (int at = from; at + 1 < until; at++) {
            taker.accept(new String(points, at, 2));
        }
    }

    /** Sorts of characters; a run is of one sort. */
    private enum Sort {
        CHINESE,
        OTHER,
        NONE;

        static Sort of(int point) {
            if (!Character.isLetterOrDigit(point)) {
                return NONE;
            }
            return Character.isIdeographic(point) ? CHINESE : OTHER;
        }
    }
}
