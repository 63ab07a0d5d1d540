package wanhu.rate;

/**
 * The lower bound of a share by E. B. Wilson (1927), 95 %: what the share is at least, judging by
 * so many cases. Three good answers of three are no better than 98 of 100.
 */
final class Wilson {
    /** Quantile of the normal distribution for 95 %, two-sided. */
    static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * The lower bound, 0 to 1; 0 without cases.
     *
     * @param good how many of the cases were good; parts count as parts
     */
    static double lower(double good, int cases) {
        if (cases <= 0) {
            return 0;
        }
        double share = good / cases;
        double square = Z * Z / cases;
        double middle = share + square / 2;
        double half =
                Z * Math.sqrt(Math.max(0, share * (1 - share) / cases + square / (4 * cases)));
        return Math.clamp((middle - half) / (1 + square), 0, 1);
    }
}
