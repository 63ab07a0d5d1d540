package wanhu.board;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.matter.MatterMonths.Day;
import wanhu.matter.MatterTallies.Cell;

/**
 * Day rows: of villages and of larger places themselves; of townships and of the county with all
 * below them. Only rows of which something changed are written.
 */
@Repository
class DayFigureStore {
    private static final int COUNTY_DEPTH = 3;
    private static final int TOWNSHIP_DEPTH = 4;
    private static final int ROWS_AT_ONCE = 10_000;

    private final JdbcClient db;

    DayFigureStore(JdbcClient db) {
        this.db = db;
    }

    private record Key(boolean whole, OrgPath place, LocalDate day) {}

    /** Puts other rows in the place of all that a county has. */
    void replace(int county, List<Day> days) {
        db.sql("delete from board.day where county = :county").param("county", county).update();
        var changes = new Changes<Key>();
        days.forEach(day -> keys(day).forEach(key -> changes.add(key, day.came(), day.solved())));
        move(county, changes.rows());
    }

    /** Puts other rows in the place of those of some cells. */
    void replace(int county, Collection<Cell> cells, List<Day> days) {
        var changes = new Changes<Key>();
        days.forEach(day -> keys(day).forEach(key -> changes.add(key, day.came(), day.solved())));
        for (Cell cell : cells) {
            for (Day day : own(county, cell)) {
                keys(day).forEach(key -> changes.subtract(key, day.came(), day.solved()));
            }
        }
        move(county, changes.rows());
    }

    /** The rows in which a village's day is counted. */
    private static List<Key> keys(Day day) {
        var place = day.place();
        var own = new Key(false, place, day.day());
        var county = new Key(true, place.atDepth(COUNTY_DEPTH), day.day());
        return place.depth() < TOWNSHIP_DEPTH
                ? List.of(own, county)
                : List.of(own, county, new Key(true, place.atDepth(TOWNSHIP_DEPTH), day.day()));
    }

    private List<Day> own(int county, Cell cell) {
        return db.sql(
                        """
                        select place_path, day, came, solved
                        from board.day
                        where county = :county
                          and not whole
                          and place_path = :place
                          and day >= cast(:from as date)
                          and day < cast(:until as date)
                        """)
                .param("county", county)
                .param("place", cell.place().text())
                .param("from", cell.month().atDay(1).toString())
                .param("until", cell.month().plusMonths(1).atDay(1).toString())
                .query((row, _) ->
                        new Day(
                                new OrgPath(row.getString("place_path")),
                                row.getObject("day", LocalDate.class),
                                row.getInt("came"),
                                row.getInt("solved")))
                .list();
    }

    private void move(int county, List<Changes.Row<Key>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            add(county, some);
            forget(county, some);
        }
    }

    private void add(int county, List<Changes.Row<Key>> rows) {
        db.sql(
                        """
                        insert into board.day (county, whole, place_path, day, came, solved)
                        select :county, c.whole, c.place, cast(c.day as date), c.came, c.solved
                        from unnest(cast(:whole as boolean[]), cast(:places as text[]), cast(:days as text[]),
                            cast(:came as int[]), cast(:solved as int[])) as c (whole, place, day, came, solved)
                        on conflict (county, whole, place_path, day)
                            do update set came = day.came + excluded.came, solved = day.solved + excluded.solved
                        """)
                .param("county", county)
                .param("whole", column(rows, each -> each.key().whole(), Boolean[]::new))
                .param("places", column(rows, each -> each.key().place().text(), String[]::new))
                .param("days", column(rows, each -> each.key().day().toString(), String[]::new))
                .param("came", column(rows, each -> each.figures()[0], Integer[]::new))
                .param("solved", column(rows, each -> each.figures()[1], Integer[]::new))
                .update();
    }

    /** What came to nothing goes. */
    private void forget(int county, List<Changes.Row<Key>> rows) {
        db.sql(
                        """
                        delete from board.day d
                        using unnest(cast(:whole as boolean[]), cast(:places as text[]), cast(:days as text[]))
                            as c (whole, place, day)
                        where d.county = :county
                          and d.whole = c.whole
                          and d.place_path = c.place
                          and d.day = cast(c.day as date)
                          and d.came = 0
                          and d.solved = 0
                        """)
                .param("county", county)
                .param("whole", column(rows, each -> each.key().whole(), Boolean[]::new))
                .param("places", column(rows, each -> each.key().place().text(), String[]::new))
                .param("days", column(rows, each -> each.key().day().toString(), String[]::new))
                .update();
    }

    private static <T> T[] column(
            List<Changes.Row<Key>> rows,
            Function<Changes.Row<Key>, T> value,
            IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** All rows of places themselves. */
    List<Day> own(int county) {
        return db.sql(
                        """
                        select place_path, day, came, solved
                        from board.day
                        where county = :county and not whole
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Day(
                                new OrgPath(row.getString("place_path")),
                                row.getObject("day", LocalDate.class),
                                row.getInt("came"),
                                row.getInt("solved")))
                .list();
    }

    /** How many rows of places with all below them are not the sum of the places themselves. */
    int unsummed(int county) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select p.place_path, o.day, sum(o.came) as came, sum(o.solved) as solved
                            from board.day o
                            cross join lateral (
                                select distinct left(o.place_path, n)
                                from unnest(array[9, 14]) as n) as p (place_path)
                            where o.county = :county and not o.whole
                            group by p.place_path, o.day) as summed
                        full join (
                            select place_path, day, came, solved
                            from board.day
                            where county = :county and whole) as kept
                            using (place_path, day)
                        where (summed.came, summed.solved) is distinct from (kept.came, kept.solved)
                        """)
                .param("county", county)
                .query(Integer.class)
                .single();
    }
}
