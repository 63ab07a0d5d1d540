package wanhu.suggest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What came out when something that suggests was asked about texts that it had not seen.
 *
 * @param asked how many texts
 * @param right first suggestions that were right
 * @param within right ones among the first two
 * @param labels figures of each label, by its name
 */
record Exam(int asked, int right, int within, Map<String, Mark> labels) {
    Exam {
        labels = Map.copyOf(labels);
    }

    /**
     * Figures of a label.
     *
     * @param texts that are of the label
     * @param hits of them that were found
     * @param wrong texts of others that were taken for it
     * @param confused the label for which most of the missed were taken; empty when none was
     */
    record Mark(int texts, int hits, int wrong, String confused) {
        /** Harmonic mean of precision and recall, 0 to 1. */
        double f1() {
            int all = texts + hits + wrong;
            return all == 0 ? 0 : 2.0 * hits / all;
        }

        /** Share of its texts that were found. */
        double recall() {
            return texts == 0 ? 0 : (double) hits / texts;
        }
    }

    /** Share of first suggestions that were right. */
    double accuracy() {
        return asked == 0 ? 0 : (double) right / asked;
    }

    /** Share of texts whose label is among the first two. */
    double withinTwo() {
        return asked == 0 ? 0 : (double) within / asked;
    }

    /** Mean of the labels' F1, each label counting the same. */
    double macroF1() {
        return labels.values().stream()
                .filter(mark -> mark.texts() > 0)
                .mapToDouble(Mark::f1)
                .average()
                .orElse(0);
    }

    /**
     * Asks about each example.
     *
     * @param ranked the labels that are suggested for a text, the first first
     */
    static Exam of(List<Example> examples, Function<String, List<String>> ranked) {
        var tables = new TreeMap<String, Map<String, Integer>>();
        int within = 0;
        for (Example example : examples) {
            var answers = ranked.apply(example.text());
            var first = answers.isEmpty() ? "" : answers.getFirst();
            tables.computeIfAbsent(example.label(), _ -> new HashMap<>())
                    .merge(first, 1, Integer::sum);
            boolean near = answers.stream().limit(2).anyMatch(example.label()::equals);
            within += near ? 1 : 0;
        }
        var marks = new TreeMap<String, Mark>();
        tables.forEach((label, answers) -> marks.put(label, mark(label, answers, tables)));
        int right = marks.values().stream().mapToInt(Mark::hits).sum();
        return new Exam(examples.size(), right, within, marks);
    }

    private static Mark mark(
            String label, Map<String, Integer> answers, Map<String, Map<String, Integer>> tables) {
        int hits = answers.getOrDefault(label, 0);
        int texts = answers.values().stream().mapToInt(Integer::intValue).sum();
        int taken = tables.values().stream().mapToInt(each -> each.getOrDefault(label, 0)).sum();
        var confused =
                answers.entrySet().stream()
                        .filter(each -> !each.getKey().equals(label) && !each.getKey().isEmpty())
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse("");
        return new Mark(texts, hits, taken - hits, confused);
    }
}
