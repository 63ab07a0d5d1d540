package wanhu.rate;

/**
 * A rate with what it is made of.
 *
 * @param good sum of what the cases are worth
 * @param cases how many count
 * @param least cases below which no rate is shown
 */
record Figure(double good, int cases, int least) {
    /** Whether there are enough cases for a rate; one unhappy caller decides nothing. */
    boolean shown() {
        return cases >= least && cases > 0;
    }

    /** 0 to 1; 0 without cases. */
    double value() {
        return cases == 0 ? 0 : good / cases;
    }

    /** At least so much, judging by so many cases. */
    double lower() {
        return Wilson.lower(good, cases);
    }
}
