package wanhu.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a text was taken for a label: the pieces that spoke for it more than for others. Shown are
 * pieces of two or three characters, which a person can read.
 */
record Reasons(Machine.Form form, Vector vector, int label) {
    private static final int SHOWN_MAX = 4;

    /** What every text says; a reason that a person understands has none of it. */
    private static final String COMMON = "的了是在我们不没有很都也就和与及或个这那你他她请把被让给到过着吗呢吧啊";

    /** The weightiest pieces of the text; none of them part of another. */
    List<String> of(String text) {
        int[] points = Pieces.points(text);
        var weights = new LinkedHashMap<String, Double>();
        Pieces.each(
                points,
                (key, from, until) -> {
                    boolean says = until - from > 1 && says(points, from, until);
                    int place = says ? place(key) : -1;
                    double weight = place < 0 ? 0 : weight(place);
                    if (weight > 0) {
                        weights.put(new String(points, from, until - from), weight);
                    }
                });
        return chosen(weights);
    }

    private static boolean says(int[] points, int from, int until) {
        return Arrays.stream(points, from, until).noneMatch(each -> COMMON.indexOf(each) >= 0);
    }

    private int place(int key) {
        return Arrays.binarySearch(form.known().keys(), key);
    }

    /** How much more the piece says for this label than for all labels on average. */
    private double weight(int place) {
        double all = 0;
        for (int each = 0; each < form.labels().size(); each++) {
            all += form.weights()[each][place] * form.scales()[each];
        }
        double own = form.weights()[label][place] * form.scales()[label];
        return (own - all / form.labels().size()) * vector.value(place);
    }

    private static List<String> chosen(Map<String, Double> weights) {
        var chosen = new ArrayList<String>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .forEach(piece -> add(chosen, piece));
        return chosen;
    }

    private static void add(List<String> chosen, String piece) {
        boolean fresh =
                chosen.size() < SHOWN_MAX
                        && chosen.stream()
                                .noneMatch(each -> each.contains(piece) || piece.contains(each));
        if (fresh) {
            chosen.add(piece);
        }
    }
}
