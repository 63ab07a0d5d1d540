package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.RecordQuery;
import wanhu.base.Recorded;
import wanhu.base.SealedRow;
import wanhu.base.SealedRows;
import wanhu.base.Sql;

/** Lines of timelines as the seal of the record of acts sees them: no line is written twice. */
@Repository
class StepRows implements SealedRows {
    private static final int FETCH_ROWS = 2_000;
    private static final int LINES_MAX = 500;
    private static final List<String> OPEN =
            List.of(
                    "step",
                    "stage_from",
                    "stage_to",
                    "holder_from",
                    "holder_to",
                    "by_kind",
                    "by_person",
                    "by_post",
                    "by_unit",
                    "by_path",
                    "for_requester",
                    "round_id",
                    "request",
                    "address");

    private final JdbcClient db;
    private final StepFinds found;

    StepRows(JdbcClient db, StepFinds found) {
        this.db = db;
        this.found = found;
    }

    @Override
    public char letter() {
        return 's';
    }

    @Override
    public Stream<SealedRow> between(String snapshot, String later) {
        return db
                .sql(
                        """
                        select county, matter_id, seq, id, step, stage_from, stage_to, holder_from, holder_to, by_kind,
                          by_person, by_post, by_unit, by_path, by_name, for_requester, happened_at, recorded_at, told,
                          note, detail::text as detail, round_id, request, address, salt, xid
                        from matter.step
                        where xid >= cast(pg_snapshot_xmin(cast(:seen as pg_snapshot))::text as bigint)
                          and xid < cast(pg_snapshot_xmax(cast(:now as pg_snapshot))::text as bigint)
                          and pg_visible_in_snapshot(cast(xid::text as xid8), cast(:now as pg_snapshot))
                          and not pg_visible_in_snapshot(cast(xid::text as xid8), cast(:seen as pg_snapshot))
                        order by county, xid, id
                        """)
                .withFetchSize(FETCH_ROWS)
                .param("seen", snapshot)
                .param("now", later)
                .query(StepRows::row)
                .stream();
    }

    @Override
    public Stream<SealedRow> written(int county, long after, long until) {
        return db
                .sql(
                        """
                        select county, matter_id, seq, id, step, stage_from, stage_to, holder_from, holder_to, by_kind,
                          by_person, by_post, by_unit, by_path, by_name, for_requester, happened_at, recorded_at, told,
                          note, detail::text as detail, round_id, request, address, salt, xid
                        from matter.step
                        where county = :county
                          and xid > :after
                          and xid <= :until
                        """)
                .withFetchSize(FETCH_ROWS)
                .param("county", county)
                .param("after", after)
                .param("until", until)
                .query(StepRows::row)
                .stream();
    }

    @Override
    public List<Recorded> find(RecordQuery query, int limit) {
        return found.list(query, limit);
    }

    @Override
    public List<String> verbs() {
        return StepFinds.NAMES;
    }

    @Override
    public List<SealedRow> about(int county, UUID thing) {
        return db.sql(
                        """
                        select county, matter_id, seq, id, step, stage_from, stage_to, holder_from, holder_to, by_kind,
                          by_person, by_post, by_unit, by_path, by_name, for_requester, happened_at, recorded_at, told,
                          note, detail::text as detail, round_id, request, address, salt, xid
                        from matter.step
                        where county = :county and matter_id = :matter
                        order by seq
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", thing)
                .param("limit", LINES_MAX)
                .query(StepRows::row)
                .list();
    }

    private static SealedRow row(ResultSet row, int rowNumber) throws SQLException {
        var recorded = Sql.instant(row, "recorded_at");
        var open = new TreeMap<String, String>();
        open.put("kind", "step");
        open.put("county", SealedRow.code(row.getInt("county")));
        open.put("id", row.getString("id"));
        open.put("at", recorded.toString());
        open.put("happened", Sql.instant(row, "happened_at").toString());
        open.put("matter", row.getString("matter_id"));
        open.put("seq", row.getString("seq"));
        for (var name : OPEN) {
            var value = row.getString(name);
            if (value != null) {
                open.put(name, value);
            }
        }
        return new SealedRow(
                row.getInt("county"),
                row.getLong("xid"),
                Sql.uuid(row, "id"),
                recorded,
                open,
                Map.of(
                        "told", row.getString("told"),
                        "by_name", row.getString("by_name"),
                        "note", row.getString("note"),
                        "detail", row.getString("detail")),
                Sql.uuid(row, "salt"));
    }
}
