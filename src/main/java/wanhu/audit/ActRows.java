package wanhu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
import wanhu.base.Verb;

/** Acts as the seal sees them. */
@Repository
class ActRows implements SealedRows {
    private static final int FETCH_ROWS = 2_000;
    private static final int ABOUT_MAX = 1_000;

    private final JdbcClient db;

    ActRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public char letter() {
        return 'a';
    }

    @Override
    public Stream<SealedRow> between(String snapshot, String later) {
        return db
                .sql(
                        """
                        select county, id, at, person, post, unit, path, title, verb, thing, object, reason, facts,
                          request, address, salt, xid
                        from audit.act
                        where xid >= cast(pg_snapshot_xmin(cast(:seen as pg_snapshot))::text as bigint)
                          and xid < cast(pg_snapshot_xmax(cast(:now as pg_snapshot))::text as bigint)
                          and pg_visible_in_snapshot(cast(xid::text as xid8), cast(:now as pg_snapshot))
                          and not pg_visible_in_snapshot(cast(xid::text as xid8), cast(:seen as pg_snapshot))
                        order by county, xid, id
                        """)
                .withFetchSize(FETCH_ROWS)
                .param("seen", snapshot)
                .param("now", later)
                .query(ActRows::row)
                .stream();
    }

    @Override
    public Stream<SealedRow> written(int county, long after, long until) {
        return db
                .sql(
                        """
                        select county, id, at, person, post, unit, path, title, verb, thing, object, reason, facts,
                          request, address, salt, xid
                        from audit.act
                        where county = :county
                          and xid > :after
                          and xid <= :until
                        """)
                .withFetchSize(FETCH_ROWS)
                .param("county", county)
                .param("after", after)
                .param("until", until)
                .query(ActRows::row)
                .stream();
    }

    @Override
    public List<SealedRow> about(int county, UUID thing) {
        return db.sql(
                        """
                        select county, id, at, person, post, unit, path, title, verb, thing, object, reason, facts,
                          request, address, salt, xid
                        from audit.act
                        where county = :county and object = :object
                        order by at, id
                        limit :limit
                        """)
                .param("county", county)
                .param("object", thing.toString())
                .param("limit", ABOUT_MAX)
                .query(ActRows::row)
                .list();
    }

    @Override
    public List<Recorded> find(RecordQuery query, int limit) {
        return db.sql(
                        """
                        select id, at, person, post, title, verb, thing, object, reason, facts, request, address
                        from audit.act
                        where county = :county
                          and at >= :from and at < :until
                          and (at, id) < (:after, :afterId)
                          and (:whole or (path >= :pathFrom and path < :pathUntil))
                          and (:verbs = '' or verb = any (string_to_array(:verbs, ',')))
                          and (:persons = '' or person = any (cast(string_to_array(:persons, ',') as uuid[])))
                          and (:units = '' or unit = any (cast(string_to_array(:units, ',') as uuid[])))
                          and (cast(:post as uuid) is null or post = :post)
                          and (:thing = '' or thing = :thing)
                          and (:object = '' or object = :object)
                          and (:request = '' or right(request::text, length(:request)) = :request)
                          and (cast(:address as bigint) is null or address = :address)
                        order by at desc, id desc
                        limit :limit
                        """)
                .params(query.parameters())
                .param("limit", limit)
                .query(ActRows::recorded)
                .list();
    }

    private static Recorded recorded(ResultSet row, int rowNumber) throws SQLException {
        return new Recorded(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                Sql.uuidOrNull(row, "person"),
                Sql.uuidOrNull(row, "post"),
                "",
                row.getString("title"),
                row.getString("verb"),
                row.getString("thing"),
                row.getString("object"),
                row.getString("reason"),
                row.getString("facts"),
                Sql.uuidOrNull(row, "request"),
                row.getObject("address", Long.class));
    }

    @Override
    public List<String> verbs() {
        return Arrays.stream(Verb.values()).map(Verb::name).toList();
    }

    private static SealedRow row(ResultSet row, int rowNumber) throws SQLException {
        var at = Sql.instant(row, "at");
        var open = new TreeMap<String, String>();
        open.put("kind", "act");
        open.put("county", SealedRow.code(row.getInt("county")));
        open.put("id", row.getString("id"));
        open.put("at", at.toString());
        for (var name :
                List.of(
                        "person", "post", "unit", "path", "verb", "thing", "object", "request",
                        "address")) {
            var value = row.getString(name);
            if (value != null) {
                open.put(name, value);
            }
        }
        return new SealedRow(
                row.getInt("county"),
                row.getLong("xid"),
                Sql.uuid(row, "id"),
                at,
                open,
                Map.of(
                        "title", row.getString("title"),
                        "reason", row.getString("reason"),
                        "facts", row.getString("facts")),
                Sql.uuid(row, "salt"));
    }
}
