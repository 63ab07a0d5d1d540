package wanhu.board;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.matter.MatterTallies.Cell;
import wanhu.matter.MatterTallies.Reported;
import wanhu.matter.MatterTallies.Solved;

/** The counts, and how far they are. */
@Repository
class FoldStore {
    private static final int COUNTIES_MAX = 10_000;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    FoldStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * How far a county is.
     *
     * @param seen all before this transaction is counted; null to count all anew
     */
    record Fold(@Nullable Long seen) {}

    /** Cross-county: the counties that are counted. */
    List<Integer> counties() {
        return db.sql("select county from board.fold order by county limit :limit")
                .param("limit", COUNTIES_MAX)
                .query(Integer.class)
                .list();
    }

    /** Cross-county: until when the county that is last has been counted. */
    Optional<Instant> oldest() {
        return db.sql(
                        """
                        -- every county
                        select min(folded_at) as oldest
                        from board.fold
                        """)
                .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "oldest")))
                .single();
    }

    /** Makes the row of a county that has none; waits for another that makes it now. */
    void begin(int county) {
        db.sql(
                        """
                        insert into board.fold (county, folded_at)
                        values (:county, 'epoch')
                        on conflict (county) do nothing
                        """)
                .param("county", county)
                .update();
    }

    /** The row, locked until the end of the transaction; empty while another counts. */
    Optional<Fold> lock(int county) {
        return db.sql("select seen from board.fold where county = :county for update skip locked")
                .param("county", county)
                .query((row, _) -> new Fold(row.getObject("seen", Long.class)))
                .optional();
    }

    void end(int county, long seen, Instant now) {
        db.sql("update board.fold set seen = :seen, folded_at = :now where county = :county")
                .param("county", county)
                .param("seen", seen)
                .param("now", Sql.at(now))
                .update();
    }

    /** All is to be counted anew, because places have moved. */
    void distrust(int county) {
        db.sql("update board.fold set seen = null where county = :county")
                .param("county", county)
                .update();
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
