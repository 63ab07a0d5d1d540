package wanhu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of two ways through the product, compared as a stranger with a clock compares them. */
public final class Times {
    /** Two-sided, p = 0.01, from 22 degrees of freedom on. */
    private static final double T_MAX = 2.82;

    private Times() {}

    /** What a piece of work took, in milliseconds. */
    public static double millis(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    /** Whether the one cannot be told from the other: p above 0.01. */
    public static boolean alike(List<Double> one, List<Double> other) {
        return Math.abs(welch(one, other)) < T_MAX;
    }

    /** Welch's t of two samples, each without its slowest fifth, which tells of the machine. */
    public static double welch(List<Double> one, List<Double> other) {
        var first = calm(one);
        var second = calm(other);
        double spread = variance(first) / first.size() + variance(second) / second.size();
        return (mean(first) - mean(second)) / Math.sqrt(spread);
    }

    /** The one in the middle. */
    public static double median(List<Double> times) {
        return share(times, 0.5);
    }

    /** The time that so large a share of them keeps, from 0 to 1. */
    public static double share(List<Double> times, double share) {
        var sorted = sorted(times);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }

    private static List<Double> sorted(List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted;
    }

    private static List<Double> calm(List<Double> times) {
        return sorted(times).subList(0, times.size() * 4 / 5);
    }

    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double variance(List<Double> times) {
        double mean = mean(times);
        return times.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum()
                / (times.size() - 1);
    }
}
