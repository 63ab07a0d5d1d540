package wanhu.overview;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Zones;
import wanhu.matter.MatterFigures;
import wanhu.org.Tree;
import wanhu.org.Unit;

/**
 * What pages asked before rows of each level were kept, of what is kept of villages and units.
 *
 * @param leaders of a county, a township and a village, in that order
 */
record AddedUp(JdbcClient db, MatterFigures figures, Tree tree, Map<Unit, Actor> leaders) {
    /** The first of as many months as so many years have. */
    static YearMonth first(int years) {
        return YearMonth.from(Zones.day(TestClock.START)).minusMonths(12L * years - 1);
    }

    Map<String, Runnable> pages() {
        var all = new LinkedHashMap<String, Runnable>();
        for (Unit unit : List.copyOf(leaders.keySet()).subList(0, 2)) {
            for (int years : List.of(1, 5)) {
                all.put(
                        years + " years " + unit.level() + ", villages added up",
                        () -> villages(unit, years));
            }
        }
        for (int years : List.of(1, 5)) {
            all.put(
                    years + " years VILLAGE, matters counted",
                    () -> counted(List.copyOf(leaders.values()).getLast(), years));
        }
        all.put("rates of the county's townships, units added up", this::units);
        return all;
    }

    private void villages(Unit unit, int years) {
        for (String by : List.of("solved, month", "solved, name")) {
            db.sql(
                            """
                            select %s, sum(n) as n, sum(open) as open
                            from board.history
                            where county = :county and not whole and month >= cast(:from as date)
                                and place_path >= :first and place_path < :last
                            group by %s
                            """
                                    .formatted(by, by))
                    .param("county", tree.county())
                    .param("from", first(years).atDay(1).toString())
                    .param("first", unit.path().from())
                    .param("last", unit.path().until())
                    .query()
                    .listOfRows();
        }
    }

    private void counted(Actor actor, int years) {
        var from = first(years).atDay(1);
        var until = Zones.day(TestClock.START);
        figures.solved(actor, from, until);
        figures.months(actor, from, until);
        figures.categories(actor, from, until);
    }

    private void units() {
        db.sql(
                        """
                        select unit_id, finding, excluded, sum(n) as n
                        from rate.cell
                        where county = :county and category = '' and month >= cast(:from as date)
                            and unit_id = any(:units) and not below
                        group by unit_id, finding, excluded
                        """)
                .param("county", tree.county())
                .param(
                        "from",
                        YearMonth.from(Zones.day(TestClock.START))
                                .minusMonths(2)
                                .atDay(1)
                                .toString())
                .param("units", tree.ever(tree.root().orElseThrow().path()).toArray(UUID[]::new))
                .query()
                .listOfRows();
    }
}
