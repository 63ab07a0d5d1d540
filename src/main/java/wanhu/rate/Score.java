package wanhu.rate;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Adds findings up to rates, each month by the preset of that month: as it counts, and as it would
 * with what was left out.
 */
final class Score {
    private final Map<Finding, Integer> counted = new EnumMap<>(Finding.class);
    private final Map<Finding, Integer> excluded = new EnumMap<>(Finding.class);
    private final Map<Rate, Sum> counting = new EnumMap<>(Rate.class);
    private final Map<Rate, Sum> whole = new EnumMap<>(Rate.class);

    /** What cases are worth together. */
    private record Sum(double good, int cases) {
        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(Sum more) {
            return new Sum(good + more.good, cases + more.cases);
        }
    }

    /** Counts findings of a month for which the preset holds. */
    void add(Preset preset, Finding finding, boolean left, int n) {
        (left ? excluded : counted).merge(finding, n, Integer::sum);
        var rate = finding.rate();
        var worth = preset.worth(finding);
        if (rate == null || worth.isEmpty()) {
            return;
        }
        var sum = new Sum(n * worth.getAsDouble(), n);
        whole.merge(rate, sum, Sum::plus);
        if (!left) {
            counting.merge(rate, sum, Sum::plus);
        }
    }

    /** Adds what another has. */
    void add(Score other) {
        other.counted.forEach((finding, n) -> counted.merge(finding, n, Integer::sum));
        other.excluded.forEach((finding, n) -> excluded.merge(finding, n, Integer::sum));
        other.counting.forEach((rate, sum) -> counting.merge(rate, sum, Sum::plus));
        other.whole.forEach((rate, sum) -> whole.merge(rate, sum, Sum::plus));
    }

    /** How many there are of a finding that count. */
    int count(Finding finding) {
        return counted.getOrDefault(finding, 0);
    }

    /** How many of a finding were left out. */
    int left(Finding finding) {
        return excluded.getOrDefault(finding, 0);
    }

    /** Matters that the unit handles, also those that were left out. */
    int volume() {
        return count(Finding.HANDLED) + left(Finding.HANDLED);
    }

    /** A rate as it counts. */
    Figure figure(Rate rate, int least) {
        var sum = counting.getOrDefault(rate, Sum.NOTHING);
        return new Figure(sum.good(), sum.cases(), least);
    }

    /** The same with what was left out. */
    Figure whole(Rate rate, int least) {
        var sum = whole.getOrDefault(rate, Sum.NOTHING);
        return new Figure(sum.good(), sum.cases(), least);
    }

    /** The composite, 0 to 100; empty while one of the rates has too few cases. */
    OptionalDouble total(Preset preset) {
        double sum = 0;
        for (Rate rate : Rate.values()) {
            var figure = figure(rate, preset.least());
            if (!figure.shown() && preset.weight(rate) > 0) {
                return OptionalDouble.empty();
            }
            sum += preset.weight(rate) * figure.value();
        }
        return OptionalDouble.of(sum);
    }

    /** The composite of the lower bounds: by it units of one class are put in order. */
    OptionalDouble lower(Preset preset) {
        if (total(preset).isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Rate rate : Rate.values()) {
            sum += preset.weight(rate) * figure(rate, preset.least()).lower();
        }
        return OptionalDouble.of(sum);
    }
}
