package wanhu.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes a machine of examples: which pieces to know, how rare they are, the weights. Pure. */
final class School {
    /** From so many texts on a label is learned. */
    static final int LABEL_TEXTS_MIN = 5;

    private static final float SHARPNESS = 4;

    private final BooleanSupplier stop;

    School(BooleanSupplier stop) {
        this.stop = stop;
    }

    /** Those whose label has enough of them. */
    static List<Example> learnable(List<Example> examples) {
        var counts = new HashMap<String, Integer>();
        examples.forEach(each -> counts.merge(each.label(), 1, Integer::sum));
        return examples.stream()
                .filter(each -> counts.getOrDefault(each.label(), 0) >= LABEL_TEXTS_MIN)
                .toList();
    }

    /** Learns from the examples; at least two labels. */
    Machine learn(List<Example> examples) {
        var bags = examples.stream().map(each -> Bag.of(each.text())).toList();
        var known = Known.of(bags);
        var vectors = bags.stream().map(each -> Vector.of(each, known)).toList();
        var labels = examples.stream().map(Example::label).distinct().sorted().toList();
        var learning =
                new Learning(
                        vectors,
                        examples.stream().mapToInt(each -> labels.indexOf(each.label())).toArray(),
                        corrected(examples),
                        stop);
        return machine(labels, known, learning);
    }

    private static boolean[] corrected(List<Example> examples) {
        var corrected = new boolean[examples.size()];
        for (int at = 0; at < corrected.length; at++) {
            corrected[at] = examples.get(at).corrected();
        }
        return corrected;
    }

    private static Machine machine(List<String> labels, Known known, Learning learning) {
        var weights = new ArrayList<byte[]>();
        var scales = new float[labels.size()];
        for (int label = 0; label < labels.size(); label++) {
            float[] exact = learning.weights(label, known.keys().length);
            scales[label] = scale(exact);
            weights.add(steps(exact, scales[label]));
        }
        return new Machine(
                new Machine.Form(labels, known, weights.toArray(byte[][]::new), scales, SHARPNESS));
    }

    private static float scale(float[] weights) {
        float most = Float.MIN_NORMAL;
        for (float weight : weights) {
            most = Math.max(most, Math.abs(weight));
        }
        return most / Byte.MAX_VALUE;
    }

    private static byte[] steps(float[] weights, float scale) {
        var steps = new byte[weights.length];
        for (int at = 0; at < weights.length; at++) {
            steps[at] = (byte) Math.round(weights[at] / scale);
        }
        return steps;
    }
}
