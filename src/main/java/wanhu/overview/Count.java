package wanhu.overview;

import java.util.Collection;
import wanhu.matter.MatterStandings.Standing;
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

    /** Those of them at a unit and below it. */
    static Count within(Collection<Standing> standing, Unit unit) {
        return of(standing.stream().filter(each -> unit.path().contains(each.place())).toList());
    }

    private Count plus(Count more) {
        return new Count(open + more.open, soon + more.soon, overdue + more.overdue);
    }
}
