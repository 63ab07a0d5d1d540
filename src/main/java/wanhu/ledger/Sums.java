package wanhu.ledger;

import wanhu.base.Fen;

/**
 * What a number of projects make together.
 *
 * @param late how many of them are behind
 */
record Sums(long count, long late, Fen budget, Fen spent, long households, long people, long mu) {
    static final Sums NOTHING = new Sums(0, 0, Fen.ZERO, Fen.ZERO, 0, 0, 0);

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
