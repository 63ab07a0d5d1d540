package wanhu.rate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the rates are reckoned: a version of a rule with its source.
 *
 * @param code by which it is known
 * @param edition 1, 2, …; an edition never changes
 * @param since first day on which it may be chosen
 * @param name what it is called
 * @param source where it comes from
 * @param weights of the three rates in the composite, together 100
 * @param least cases below which no rate is shown
 * @param classes volumes a month from which the next class of units begins, ascending
 * @param worths what a finding is worth, 0 to 1; one that is missing does not count at all
 */
record Preset(
        String code,
        int edition,
        LocalDate since,
        Said name,
        Said source,
        Map<Rate, Integer> weights,
        int least,
        List<Integer> classes,
        Map<Finding, Double> worths) {
    private static final int WEIGHTS = 100;

    /** A text in both languages. */
    record Said(String zh, String en) {
        String in(Locale locale) {
            return "en".equals(locale.getLanguage()) ? en : zh;
        }
    }

    Preset {
        weights = Map.copyOf(weights);
        classes = List.copyOf(classes);
        worths = Map.copyOf(worths);
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WEIGHTS || weights.values().stream().anyMatch(each -> each < 0)) {
            throw new IllegalArgumentException("Expected weights of 100 but got " + weights);
        }
        if (least < 1) {
            throw new IllegalArgumentException("Expected a sample of 1 or more but got " + least);
        }
        if (worths.values().stream().anyMatch(each -> !(each >= 0 && each <= 1))) {
            throw new IllegalArgumentException("Expected worths from 0 to 1 but got " + worths);
        }
    }

    int weight(Rate rate) {
        return weights.getOrDefault(rate, 0);
    }

    /** What a finding is worth; empty when it does not count. */
    OptionalDouble worth(Finding finding) {
        var worth = worths.get(finding);
        return worth == null ? OptionalDouble.empty() : OptionalDouble.of(worth);
    }

    /** The class of volume, from 0, of a unit with so many matters in a month. */
    int classOf(double volume) {
        return (int) classes.stream().filter(each -> volume >= each).count();
    }

    /** The same with other weights and other worths, to see what would be. */
    Preset with(Map<Rate, Integer> others, Map<Finding, Double> values) {
        return new Preset(code, edition, since, name, source, others, least, classes, values);
    }
}
