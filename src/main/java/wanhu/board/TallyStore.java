package wanhu.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.matter.MatterTallies.Cell;
import wanhu.matter.MatterTallies.Reported;
import wanhu.matter.MatterTallies.Solved;

/**
 * What was reported and solved by month: of villages and of larger places themselves; of townships
 * and of the county with all below them. Only rows of which something changed are written.
 */
@Repository
class TallyStore {
    private static final int COUNTY_DEPTH = 3;
    private static final int TOWNSHIP_DEPTH = 4;
    private static final int ROWS_AT_ONCE = 10_000;

    /** In the order in which they are read, so that what is read together lies together. */
    private static final Comparator<Changes.Row<Key>> AS_READ =
            Comparator.comparing((Changes.Row<Key> row) -> row.key().whole())
                    .thenComparing(row -> row.key().place())
                    .thenComparing(row -> row.key().month());

    private final JdbcClient db;

    TallyStore(JdbcClient db) {
        this.db = db;
    }

    private record Key(
            boolean whole, OrgPath place, YearMonth month, boolean solved, String name) {}

    /** What was reported and solved, each of places themselves. */
    record Told(List<Reported> reported, List<Solved> solved) {
        Told {
            reported = List.copyOf(reported);
            solved = List.copyOf(solved);
        }
    }

    /** A row of a place itself. */
    private record Own(Cell cell, boolean solved, String name, int n, int open) {
        /** The row itself, and those of the places above it. */
        List<Key> keys() {
            var own = key(false, cell.place());
            var county = key(true, cell.place().atDepth(COUNTY_DEPTH));
            return cell.place().depth() < TOWNSHIP_DEPTH
                    ? List.of(own, county)
                    : List.of(own, county, key(true, cell.place().atDepth(TOWNSHIP_DEPTH)));
        }

        private Key key(boolean whole, OrgPath place) {
            return new Key(whole, place, cell.month(), solved, name);
        }
    }

    /** Puts other rows in the place of all that a county has. */
    void replace(int county, Told told) {
        db.sql("delete from board.history where county = :county").param("county", county).update();
        move(county, added(told).rows());
    }

    /** Puts other rows in the place of those of some cells. */
    void replace(int county, Collection<Cell> cells, Told told) {
        var changes = added(told);
        for (Own own : own(county, List.copyOf(cells))) {
            own.keys().forEach(key -> changes.subtract(key, own.n(), own.open()));
        }
        move(county, changes.rows());
    }

    private static Changes<Key> added(Told told) {
        var changes = new Changes<Key>();
        for (Reported each : told.reported()) {
            var own = new Own(each.cell(), false, each.category(), each.reported(), each.open());
            own.keys().forEach(key -> changes.add(key, own.n(), own.open()));
        }
        for (Solved each : told.solved()) {
            var own = new Own(each.cell(), true, each.level(), each.solved(), 0);
            own.keys().forEach(key -> changes.add(key, own.n(), own.open()));
        }
        return changes;
    }

    private List<Own> own(int county, List<Cell> cells) {
        return db.sql(
                        """
                        select h.place_path, to_char(h.month, 'YYYY-MM') as month, h.solved, h.name, h.n, h.open
                        from unnest(cast(:places as text[]), cast(:months as text[])) as c (place, month)
                        join board.history h on h.county = :county
                          and not h.whole
                          and h.place_path = c.place
                          and h.month = cast(c.month || '-01' as date)
                        """)
                .param("county", county)
                .param("places", column(cells, each -> each.place().text(), String[]::new))
                .param("months", column(cells, each -> each.month().toString(), String[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    private static Own row(ResultSet row) throws SQLException {
        var place = new OrgPath(row.getString("place_path"));
        return new Own(
                new Cell(place, YearMonth.parse(row.getString("month"))),
                row.getBoolean("solved"),
                row.getString("name"),
                row.getInt("n"),
                row.getInt("open"));
    }

    private void move(int county, List<Changes.Row<Key>> changed) {
        var rows = changed.stream().sorted(AS_READ).toList();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            add(county, some);
            forget(county, some);
        }
    }

    private void add(int county, List<Changes.Row<Key>> rows) {
        db.sql(
                        """
                        insert into board.history (county, whole, place_path, month, solved, name, n, open)
                        select :county, c.whole, c.place, cast(c.month || '-01' as date), c.solved, c.name, c.n, c.open
                        from unnest(cast(:whole as boolean[]), cast(:places as text[]), cast(:months as text[]),
                            cast(:solved as boolean[]), cast(:names as text[]), cast(:n as int[]),
                            cast(:open as int[])) as c (whole, place, month, solved, name, n, open)
                        on conflict (county, whole, place_path, month, solved, name)
                            do update set n = history.n + excluded.n, open = history.open + excluded.open
                        """)
                .param("county", county)
                .param("whole", column(rows, each -> each.key().whole(), Boolean[]::new))
                .param("places", column(rows, each -> each.key().place().text(), String[]::new))
                .param("months", column(rows, each -> each.key().month().toString(), String[]::new))
                .param("solved", column(rows, each -> each.key().solved(), Boolean[]::new))
                .param("names", column(rows, each -> each.key().name(), String[]::new))
                .param("n", column(rows, each -> each.figures()[0], Integer[]::new))
                .param("open", column(rows, each -> each.figures()[1], Integer[]::new))
                .update();
    }

    /** What came to nothing goes. */
    private void forget(int county, List<Changes.Row<Key>> rows) {
        db.sql(
                        """
                        delete from board.history h
                        using unnest(cast(:whole as boolean[]), cast(:places as text[]), cast(:months as text[]),
                            cast(:solved as boolean[]), cast(:names as text[])) as c (whole, place, month, solved, name)
                        where h.county = :county
                          and h.whole = c.whole
                          and h.place_path = c.place
                          and h.month = cast(c.month || '-01' as date)
                          and h.solved = c.solved
                          and h.name = c.name
                          and h.n = 0
                          and h.open = 0
                        """)
                .param("county", county)
                .param("whole", column(rows, each -> each.key().whole(), Boolean[]::new))
                .param("places", column(rows, each -> each.key().place().text(), String[]::new))
                .param("months", column(rows, each -> each.key().month().toString(), String[]::new))
                .param("solved", column(rows, each -> each.key().solved(), Boolean[]::new))
                .param("names", column(rows, each -> each.key().name(), String[]::new))
                .update();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** All rows of places themselves. */
    Told own(int county) {
        var rows =
                db.sql(
                                """
                                select place_path, to_char(month, 'YYYY-MM') as month, solved, name, n, open
                                from board.history
                                where county = :county and not whole
                                """)
                        .param("county", county)
                        .query((row, _) -> row(row))
                        .list();
        return new Told(
                rows.stream()
                        .filter(each -> !each.solved())
                        .map(each -> new Reported(each.cell(), each.name(), each.n(), each.open()))
                        .toList(),
                rows.stream()
                        .filter(Own::solved)
                        .map(each -> new Solved(each.cell(), each.name(), each.n()))
                        .toList());
    }

    /** How many rows of places with all below them are not the sum of the places themselves. */
    int unsummed(int county) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select p.place_path, o.month, o.solved, o.name, sum(o.n) as n, sum(o.open) as open
                            from board.history o
                            cross join lateral (
                                select distinct left(o.place_path, n)
                                from unnest(array[9, 14]) as n) as p (place_path)
                            where o.county = :county and not o.whole
                            group by p.place_path, o.month, o.solved, o.name) as summed
                        full join (
                            select place_path, month, solved, name, n, open
                            from board.history
                            where county = :county and whole) as kept
                            using (place_path, month, solved, name)
                        where (summed.n, summed.open) is distinct from (kept.n, kept.open)
                        """)
                .param("county", county)
                .query(Integer.class)
                .single();
    }
}
