package wanhu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured in one part under one condition: for each side its slots, each with its
 * figures.
 *
 * @param part such as life
 * @param when under which condition
 */
record Figures(String part, String when, Map<String, List<Map<String, Double>>> slots) {
    Figures(String part, String when) {
        this(part, when, new LinkedHashMap<>());
    }

    void add(String side, Map<String, Double> slot) {
        slots.computeIfAbsent(side, _ -> new ArrayList<>()).add(slot);
    }

    List<String> sides() {
        return List.copyOf(slots.keySet());
    }

    /** The middle one of a side's slots; not a number when it has none. */
    double median(String side, String figure) {
        var all =
                slots.getOrDefault(side, List.of()).stream()
                        .filter(slot -> slot.containsKey(figure))
                        .mapToDouble(slot -> slot.get(figure))
                        .sorted()
                        .toArray();
        if (all.length == 0) {
            return Double.NaN;
        }
        int half = all.length / 2;
        return all.length % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2;
    }

    /** The sum over a side's slots. */
    double sum(String side, String figure) {
        return slots.getOrDefault(side, List.of()).stream()
                .mapToDouble(slot -> slot.getOrDefault(figure, 0.0))
                .sum();
    }
}
