package wanhu.board;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.matter.MatterMonths.Spell;
import wanhu.matter.MatterTallies.Cell;

/** Month rows: of each place itself, and of each place with all below it. */
@Repository
class MonthStore {
    private static final int COUNTY_DEPTH = 3;
    private static final int ROWS_AT_ONCE = 10_000;

    /** Places of this length have grids below them. */
    private static final int VILLAGE_LENGTH = 19;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    MonthStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Puts other rows in the place of all that a county has. */
    void replace(int county, List<Spell> spells) {
        db.sql("delete from board.month_own where county = :county")
                .param("county", county)
                .update();
        db.sql("delete from board.month_whole where county = :county")
                .param("county", county)
                .update();
        add(county, spells);
        db.sql(
                        """
                        insert into board.month_whole (county, place_path, month, days, came, solved)
                        select o.county, p.place_path, o.month, o.days, sum(o.came), sum(o.solved)
                        from board.month_own o
                        cross join lateral (
                            select distinct left(o.place_path, n)
                            from unnest(array[9, 14, 19, 24]) as n) as p (place_path)
                        where o.county = :county
                        group by o.county, p.place_path, o.month, o.days
                        """)
                .param("county", county)
                .update();
    }

    /** Puts other rows in the place of those of some cells, and sums up anew what lies above. */
    void replace(int county, Collection<Cell> cells, List<Spell> spells) {
        var places = rows(county, cells);
        batches.batchUpdate(
                """
                delete from board.month_own
                where county = :county
                  and month = cast(:month as date)
                  and place_path >= :place
                  and place_path < :until
                  and left(place_path, 19) = :place
                """,
                places);
        add(county, spells);
        copyGrids(county, cells);
        sum(rows(county, above(cells)));
    }

    /** Nothing lies below a grid: it has with all below it what it has itself. */
    private void copyGrids(int county, Collection<Cell> cells) {
        var villages =
                rows(
                        county,
                        cells.stream()
                                .filter(each -> each.place().text().length() == VILLAGE_LENGTH)
                                .toList());
        batches.batchUpdate(
                """
                delete from board.month_whole
                where county = :county
                  and place_path > :place
                  and place_path < :until
                  and month = cast(:month as date)
                """,
                villages);
        batches.batchUpdate(
                """
                insert into board.month_whole (county, place_path, month, days, came, solved)
                select county, place_path, month, days, came, solved
                from board.month_own
                where county = :county
                  and month = cast(:month as date)
                  and place_path > :place
                  and place_path < :until
                """,
                villages);
    }

    private void add(int county, List<Spell> spells) {
        for (int from = 0; from < spells.size(); from += ROWS_AT_ONCE) {
            insert(county, spells.subList(from, Math.min(spells.size(), from + ROWS_AT_ONCE)));
        }
    }

    private void insert(int county, List<Spell> spells) {
        db.sql(
                        """
                        insert into board.month_own (county, month, place_path, days, came, solved)
                        select :county, cast(s.month || '-01' as date), s.place, s.days, s.came, s.solved
                        from unnest(cast(:months as text[]), cast(:places as text[]),
                            cast(:days as int[]), cast(:came as int[]), cast(:solved as int[]))
                            as s (month, place, days, came, solved)
                        """)
                .param("county", county)
                .param("months", column(spells, each -> each.month().toString(), String[]::new))
                .param("places", column(spells, each -> each.place().text(), String[]::new))
                .param("days", column(spells, Spell::days, Integer[]::new))
                .param("came", column(spells, Spell::came, Integer[]::new))
                .param("solved", column(spells, Spell::solved, Integer[]::new))
                .update();
    }

    private static <T> T[] column(
            List<Spell> spells, Function<Spell, T> value, IntFunction<T[]> array) {
        return spells.stream().map(value).toArray(array);
    }

    private void sum(SqlParameterSource[] wholes) {
        batches.batchUpdate(
                """
                delete from board.month_whole
                where county = :county and place_path = :place and month = cast(:month as date)
                """,
                wholes);
        batches.batchUpdate(
                """
                insert into board.month_whole (county, place_path, month, days, came, solved)
                select county, :place, month, days, sum(came), sum(solved)
                from board.month_own
                where county = :county
                  and month = cast(:month as date)
                  and place_path >= :place
                  and place_path < :until
                group by county, month, days
                """,
                wholes);
    }

    /** The cells themselves and those of the places above them, up to the county. */
    private static Set<Cell> above(Collection<Cell> cells) {
        var all = new LinkedHashSet<Cell>();
        for (Cell cell : cells) {
            for (int depth = cell.place().depth(); depth >= COUNTY_DEPTH; depth--) {
                all.add(new Cell(cell.place().atDepth(depth), cell.month()));
            }
        }
        return all;
    }

    private static SqlParameterSource[] rows(int county, Collection<Cell> cells) {
        return cells.stream().map(each -> row(county, each)).toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource row(int county, Cell cell) {
        return new MapSqlParameterSource()
                .addValue("county", county)
                .addValue("month", cell.month().atDay(1).toString())
                .addValue("place", cell.place().text())
                .addValue("until", cell.place().until());
    }

    /** All rows of places themselves. */
    List<Spell> own(int county) {
        return db.sql(
                        """
                        select place_path, to_char(month, 'YYYY-MM') as month, days, came, solved
                        from board.month_own
                        where county = :county
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Spell(
                                new OrgPath(row.getString("place_path")),
                                YearMonth.parse(row.getString("month")),
                                row.getInt("days"),
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
                            select p.place_path, o.month, o.days, sum(o.came) as came,
                                sum(o.solved) as solved
                            from board.month_own o
                            cross join lateral (
                                select distinct left(o.place_path, n)
                                from unnest(array[9, 14, 19, 24]) as n) as p (place_path)
                            where o.county = :county
                            group by p.place_path, o.month, o.days) as summed
                        full join (
                            select place_path, month, days, came, solved
                            from board.month_whole
                            where county = :county) as kept
                            using (place_path, month, days)
                        where (summed.came, summed.solved) is distinct from (kept.came, kept.solved)
                        """)
                .param("county", county)
                .query(Integer.class)
                .single();
    }
}
