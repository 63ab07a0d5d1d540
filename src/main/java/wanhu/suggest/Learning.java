package wanhu.suggest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Learns the weights of one label against all others: a support vector machine with squared loss,
 * by dual coordinate descent (Hsieh and others, 2008). Takes a second for thousands of texts and no
 * memory beyond a number for each text.
 */
final class Learning {
    /** How much a text that lies on the wrong side costs. */
    private static final double COST = 1.5;

    /** How many texts a corrected one counts for. */
    private static final double CORRECTED = 3;

    private static final int ROUNDS_MAX = 12;
    private static final double CLOSE_ENOUGH = 0.1;
    private static final long SEED = 20260803;

    private final List<Vector> texts;
    private final int[] labels;
    private final boolean[] corrected;
    private final BooleanSupplier stop;

    Learning(List<Vector> texts, int[] labels, boolean[] corrected, BooleanSupplier stop) {
        this.texts = texts;
        this.labels = labels;
        this.corrected = corrected;
        this.stop = stop;
    }

    /** The weights of a label for so many pieces; unfinished ones when told to stop. */
    float[] weights(int label, int pieces) {
        var weights = new float[pieces];
        var shares = new double[texts.size()];
        var order = new ArrayList<Integer>();
        for (int at = 0; at < texts.size(); at++) {
            order.add(at);
        }
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS_MAX && !stop.getAsBoolean(); round++) {
            Collections.shuffle(order, random);
            double most = 0;
            for (int text : order) {
                most = Math.max(most, corrected(weights, shares, text, label));
            }
            if (most < CLOSE_ENOUGH) {
                return weights;
            }
        }
        return weights;
    }

    /** One text has its say; returns how far it was from content. */
    private double corrected(float[] weights, double[] shares, int text, int label) {
        var vector = texts.get(text);
        double slack = 1 / (2 * COST * (corrected[text] ? CORRECTED : 1));
        int side = labels[text] == label ? 1 : -1;
        double gradient = side * sum(weights, vector) - 1 + shares[text] * slack;
        double wish = shares[text] == 0 ? Math.min(gradient, 0) : gradient;
        if (wish == 0) {
            return 0;
        }
        double before = shares[text];
        shares[text] = Math.max(0, before - gradient / (1 + slack));
        float change = (float) ((shares[text] - before) * side);
        for (int at = 0; at < vector.places().length; at++) {
            weights[vector.places()[at]] += change * vector.values()[at];
        }
        return Math.abs(wish);
    }

    private static double sum(float[] weights, Vector vector) {
        double sum = 0;
        for (int at = 0; at < vector.places().length; at++) {
            sum += weights[vector.places()[at]] * vector.values()[at];
        }
        return sum;
    }
}
