package wanhu.suggest;

import java.util.List;

/**
 * Finds by how much sums have to be sharpened so that a share of 80 % is right four times of five:
 * the value under which texts that were not learned from are the least surprising.
 */
final class Sharpness {
    private static final float[] TRIED = {1, 1.5f, 2, 3, 4, 5, 6, 8, 10};

    private Sharpness() {}

    /** The machine at its best sharpness for texts that it has not seen. */
    static float of(Machine machine, List<Example> unseen) {
        float best = machine.form().sharpness();
        double least = Double.MAX_VALUE;
        for (float each : TRIED) {
            double surprise = surprise(machine.sharpened(each), unseen);
            if (surprise < least) {
                least = surprise;
                best = each;
            }
        }
        return best;
    }

    private static double surprise(Machine machine, List<Example> unseen) {
        double all = 0;
        for (Example example : unseen) {
            double share = machine.shares(example.text()).getOrDefault(example.label(), 1e-6);
            all -= Math.log(Math.max(share, 1e-6));
        }
        return all;
    }
}
