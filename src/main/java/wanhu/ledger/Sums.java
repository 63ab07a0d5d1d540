package wanhu.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import wanhu.base.Fen;

/**
 * What a number of projects make together.
 *
 * @param late how many of them are behind
 */
record Sums(long count, long late, Fen budget, Fen spent, long households, long people, long mu) {
    private static final int FEN_PER_WAN_DIGITS = 6;

    static final Sums NOTHING = new Sums(0, 0, Fen.ZERO, Fen.ZERO, 0, 0, 0);

    /** The money in units of 10,000 yuan (万元) with two decimals, as offices write large sums. */
    String budgetWan() {
        return "%,.2f"
                .formatted(
                        BigDecimal.valueOf(budget.amount(), FEN_PER_WAN_DIGITS)
                                .setScale(2, RoundingMode.HALF_UP));
    }

    Sums plus(Sums other) {
        return new Sums(
                count + other.count,
                late + other.late,
                budget.plus(other.budget),
                spent.plus(other.spent),
                households + other.households,
                people + other.people,
                mu + other.mu);
    }
}
