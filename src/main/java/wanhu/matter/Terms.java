package wanhu.matter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a text can be found by: pairs of neighbouring Chinese characters, whole Latin words and
 * numbers. Two-character words are found too, which three-letter indexes miss.
 */
final class Terms {
    /** Most terms kept of one text. */
    static final int TERMS_MAX = 400;

    private Terms() {}

    /** The terms of a text that is stored. */
    static List<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        for (String run : runs(text)) {
            addTerms(run, terms);
            if (terms.size() >= TERMS_MAX) {
                break;
            }
        }
        return terms.stream().limit(TERMS_MAX).toList();
    }

    /** Share of common terms of two texts, 0 to 1 (Jaccard). */
    static double likeness(Set<String> left, Set<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        long common = left.stream().filter(right::contains).count();
        return (double) common / (left.size() + right.size() - common);
    }

    private static void addTerms(String run, Set<String> terms) {
        int[] points = run.codePoints().toArray();
        if (!chinese(points[0])) {
            terms.add(run);
            return;
        }
        if (points.length == 1) {
            terms.add(run);
        }
        for (int at = 0; at + 1 < points.length; at++) {
            terms.add(new String(points, at, 2));
        }
    }

    /** Runs of characters of one sort, lower case. */
    private static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        int before = -1;
        for (int point : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean word = Character.isLetterOrDigit(point);
            boolean turned = before >= 0 && chinese(before) != chinese(point);
            if (!run.isEmpty() && (!word || turned)) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (word) {
                run.appendCodePoint(point);
            }
            before = word ? point : -1;
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    private static boolean chinese(int point) {
        return Character.isIdeographic(point);
    }
}
