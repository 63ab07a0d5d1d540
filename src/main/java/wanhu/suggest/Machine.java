package wanhu.suggest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A linear classifier: each label adds up the weights of the pieces that stand in a text. What it
 * was learned from can't be read out of it: it keeps keys of pieces that stood in several matters,
 * and no text.
 */
final class Machine {
    /** Most guesses that are answered. */
    static final int GUESSES_MAX = 3;

    private final Form form;

    /** What it consists of. */
    static final class Form {
        private final List<String> labels;
        private final Known known;
        private final byte[][] weights;
        private final float[] scales;
        private final float sharpness;

        Form(List<String> labels, Known known, byte[][] weights, float[] scales, float sharpness) {
            this.labels = labels;
            this.known = known;
            this.weights = weights;
            this.scales = scales;
            this.sharpness = sharpness;
        }

        /** The labels, in the order of their weights. */
        List<String> labels() {
            return labels;
        }

        /** The pieces that it knows. */
        Known known() {
            return known;
        }

        /** The weight of each label for each piece, in steps of the label's scale. */
        byte[][] weights() {
            return weights;
        }

        /** The scales of the labels. */
        float[] scales() {
            return scales;
        }

        /** The factor by which sums become shares, so that a share is how often it is right. */
        float sharpness() {
            return sharpness;
        }
    }

    Machine(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    /** The same with another sharpness. */
    Machine sharpened(float sharpness) {
        return new Machine(
                new Form(form.labels(), form.known(), form.weights(), form.scales(), sharpness));
    }

    /** What the text may be, the surest first; nothing when no piece of it is known. */
    List<Guess> guesses(String text) {
        var vector = Vector.of(Bag.of(text), form.known());
        if (vector.places().length == 0) {
            return List.of();
        }
        double[] sums = sums(vector);
        double[] shares = shares(sums);
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted((left, right) -> Double.compare(sums[right], sums[left]))
                .limit(GUESSES_MAX)
                .map(label ->
                        new Guess(
                                form.labels().get(label),
                                shares[label],
                                new Reasons(form, vector, label).of(text)))
                .toList();
    }

    /** How sure it is of each label. */
    Map<String, Double> shares(String text) {
        double[] shares = shares(sums(Vector.of(Bag.of(text), form.known())));
        var named = new HashMap<String, Double>();
        for (int at = 0; at < shares.length; at++) {
            named.put(form.labels().get(at), shares[at]);
        }
        return named;
    }

    private double[] sums(Vector vector) {
        var sums = new double[form.labels().size()];
        for (int label = 0; label < sums.length; label++) {
            byte[] weights = form.weights()[label];
            double sum = 0;
            for (int at = 0; at < vector.places().length; at++) {
                sum += weights[vector.places()[at]] * vector.values()[at];
            }
            sums[label] = sum * form.scales()[label];
        }
        return sums;
    }

    private double[] shares(double[] sums) {
        double most = Arrays.stream(sums).max().orElse(0);
        var parts = new double[sums.length];
        for (int at = 0; at < sums.length; at++) {
            parts[at] = Math.exp((sums[at] - most) * form.sharpness());
        }
        double all = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / all).toArray();
    }
}
