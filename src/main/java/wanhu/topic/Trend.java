package wanhu.topic;

/**
 * Whether more is told than in the same number of weeks before. The test is exact: were both times
 * alike, each of the matters would fall into either with chance one half; more in the later one
 * than would happen in one of twenty cases is a rise (conditional test of two Poisson counts,
 * Przyborowski and Wilenski 1940).
 */
enum Trend {
    /** 上升. */
    RISING,
    /** 平稳: no more and no less than chance explains. */
    STEADY,
    /** 回落. */
    FALLING;

    /** Chance below which a difference is no chance. */
    static final double CHANCE = 0.05;

    /** What two counts of equal times say. */
    static Trend of(int now, int before) {
        if (chance(now, before) <= CHANCE) {
            return RISING;
        }
        return chance(before, now) <= CHANCE ? FALLING : STEADY;
    }

    /** The chance that so many or more of all fall into the first time, when both are alike. */
    static double chance(int first, int second) {
        int all = first + second;
        double sum = 0;
        for (int k = first; k <= all; k++) {
            sum += Math.exp(logChoose(all, k) - all * Math.log(2));
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int all, int k) {
        double sum = 0;
        for (int at = 1; at <= k; at++) {
            sum += Math.log((double) (all - k + at) / at);
        }
        return sum;
    }
}
