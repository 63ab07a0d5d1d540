package wanhu.ledger;

/**
 * How many were heard, and how many of them are content.
 *
 * @param all how many were heard
 * @param satisfied how many of them are content
 */
record Opinion(int all, int satisfied) {
    static final Opinion NOBODY = new Opinion(0, 0);

    /** Least number of people that a public figure may stand for. */
    static final int CELL_MIN = 5;

    int dissatisfied() {
        return all - satisfied;
    }

    /** Share of the content, from 0 to 1. */
    double share() {
        return all == 0 ? 0 : (double) satisfied / all;
    }

    /** Whether the public may read how many were heard. */
    boolean countShown() {
        return all >= CELL_MIN;
    }

    /** Whether the public may read how many are content: no figure stands for one to four. */
    boolean shareShown() {
        return countShown() && shown(satisfied) && shown(dissatisfied());
    }

    private static boolean shown(int people) {
        return people == 0 || people >= CELL_MIN;
    }
}
