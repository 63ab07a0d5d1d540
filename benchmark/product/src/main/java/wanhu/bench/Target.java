package wanhu.bench;

import java.util.List;

/**
 * What a figure should be at most.
 *
 * @param figure as the slots call it
 * @param label as people read it
 * @param most the target
 */
record Target(String figure, String label, double most) {
    /** Lines that tell of each side's middle slot whether it is met. */
    static String lines(Figures figures, List<Target> targets) {
        var text = new StringBuilder();
        for (var target : targets) {
            for (var side : figures.sides()) {
                double seen = figures.median(side, target.figure());
                if (Double.isNaN(seen)) {
                    continue;
                }
                text.append(
                        "- %s, %s ≤ %s: %s, %s\n"
                                .formatted(
                                        side,
                                        target.label(),
                                        number(target.most()),
                                        number(seen),
                                        seen <= target.most() ? "met" : "MISSED"));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return (value == Math.rint(value) && value < 1e6 ? "%,.0f" : value >= 100 ? "%,.0f" : "%,.2f").formatted(value);
    }
}
