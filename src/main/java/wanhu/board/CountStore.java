package wanhu.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.matter.MatterTallies.Cell;
import wanhu.matter.MatterTallies.Reported;
import wanhu.matter.MatterTallies.Solved;

/** The counts by place and month. */
@Repository
class CountStore {
    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    CountStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    void clear(int county) {
        db.sql("delete from board.reported where county = :county")
                .param("county", county)
                .update();
        db.sql("delete from board.solved where county = :county").param("county", county).update();
    }

    void clear(int county, List<Cell> cells) {
        var rows = cells.stream().map(cell -> row(county, cell)).toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                """
                delete from board.reported
                where county = :county and month = cast(:month as date) and place_path = :place
                """,
                rows);
        batches.batchUpdate(
                """
                delete from board.solved
                where county = :county and month = cast(:month as date) and place_path = :place
                """,
                rows);
    }

    void addReported(int county, List<Reported> counts) {
        batches.batchUpdate(
                """
                insert into board.reported (county, month, place_path, category, reported, open)
                values (:county, cast(:month as date), :place, :category, :reported, :open)
                """,
                counts.stream()
                        .map(each ->
                                row(county, each.cell())
                                        .addValue("category", each.category())
                                        .addValue("reported", each.reported())
                                        .addValue("open", each.open()))
                        .toArray(SqlParameterSource[]::new));
    }

    void addSolved(int county, List<Solved> counts) {
        batches.batchUpdate(
                """
                insert into board.solved (county, month, place_path, level, solved)
                values (:county, cast(:month as date), :place, :level, :solved)
                """,
                counts.stream()
                        .map(each ->
                                row(county, each.cell())
                                        .addValue("level", each.level())
                                        .addValue("solved", each.solved()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** All that is kept of what was reported in a county. */
    List<Reported> reported(int county) {
        return db.sql(
                        """
                        select place_path, to_char(month, 'YYYY-MM') as month, category, reported, open
                        from board.reported
                        where county = :county
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Reported(
                                cell(row),
                                row.getString("category"),
                                row.getInt("reported"),
                                row.getInt("open")))
                .list();
    }

    /** All that is kept of what was solved in a county. */
    List<Solved> solved(int county) {
        return db.sql(
                        """
                        select place_path, to_char(month, 'YYYY-MM') as month, level, solved
                        from board.solved
                        where county = :county
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Solved(cell(row), row.getString("level"), row.getInt("solved")))
                .list();
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                new OrgPath(row.getString("place_path")), YearMonth.parse(row.getString("month")));
    }

    private static MapSqlParameterSource row(int county, Cell cell) {
        return new MapSqlParameterSource()
                .addValue("county", county)
                .addValue("month", first(cell.month()))
                .addValue("place", cell.place().text());
    }

    private static String first(YearMonth month) {
        return month.atDay(1).toString();
    }
}
