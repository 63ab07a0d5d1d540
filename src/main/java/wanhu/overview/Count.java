package wanhu.overview;

import java.util.Collection;
import wanhu.board.Standings.Standing;
import wanhu.org.Unit;

/**
 * Open matters.
 *
 * @param soon those of them of whose time most has run
 * @param overdue those of them whose time has run out
 */
record Count(int open, int soon, int overdue) {
    static final Count NOTHING = new Count(0, 0, 0);

    static Count of(Collection<Standing> standing) {
        return standing.stream()
                .map(each -> new Count(each.open(), each.soon(), each.overdue()))
                .reduce(NOTHING, Count::plus);
    }

    /** Those of a unit with all below it. */
    static Count at(Collection<Standing> standing, Unit unit) {
        return of(standing.stream().filter(each -> each.place().equals(unit.path())).toList());
    }

    private Count plus(Count more) {
        return new Count(open + more.open, soon + more.soon, overdue + more.overdue);
    }
}
