package wanhu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.crypto.Suite;

/** Keeps what was sealed, and how far. */
@Repository
class BatchStore {
    private static final int FETCH_BATCHES = 50;
    private static final int BATCHES_A_DAY_MAX = 100_000;

    private final JdbcClient db;

    BatchStore(JdbcClient db) {
        this.db = db;
    }

    /** What the seal has seen of this database, and what there is to see now. */
    record Window(String seen, String now, boolean moved, boolean worthNoting, boolean back) {}

    Window window() {
        return db.sql(
                        """
                        select snapshot::text as seen, pg_current_snapshot()::text as now,
                          snapshot::text <> pg_current_snapshot()::text as moved,
                          cast(pg_snapshot_xmin(pg_current_snapshot())::text as bigint)
                            - cast(pg_snapshot_xmin(snapshot)::text as bigint) > 1000 as worth_noting,
                          pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmin(snapshot) as back
                        from audit.cursor
                        """)
                .query((row, _) ->
                        new Window(
                                row.getString("seen"),
                                row.getString("now"),
                                row.getBoolean("moved"),
                                row.getBoolean("worth_noting"),
                                row.getBoolean("back")))
                .single();
    }

    void saw(String snapshot) {
        db.sql("update audit.cursor set snapshot = cast(:snapshot as pg_snapshot)")
                .param("snapshot", snapshot)
                .update();
    }

    Batch.Head head(int county) {
        return db.sql("select number, chain, sealed_at from audit.head where county = :county")
                .param("county", county)
                .query((row, _) ->
                        new Batch.Head(
                                row.getInt("number"),
                                Hash.of(row.getBytes("chain")),
                                Sql.instant(row, "sealed_at")))
                .optional()
                .orElse(Batch.Head.NONE);
    }

    /** Cross-county: when something was sealed last. */
    Optional<Instant> latest() {
        return db.sql(
                        """
                        -- every county
                        select max(sealed_at) as latest
                        from audit.head
                        """)
                .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "latest")))
                .single();
    }

    void add(Batch batch) {
        db.sql(
                        """
                        insert into audit.batch (county, number, sealed_at, since, day, leaf_count, leaves,
                          xid_from, xid_until, root, chain, hash)
                        values (:county, :number, :sealed, :since, :day, :count, :leaves,
                          :from, :until, :root, :chain, :hash)
                        """)
                .param("county", batch.county())
                .param("number", batch.number())
                .param("sealed", Sql.at(batch.sealed()))
                .param("since", Sql.atOrNull(batch.since()))
                .param("day", batch.day())
                .param("count", batch.leaves().size())
                .param("leaves", Leaf.write(batch.leaves()))
                .param("from", batch.from())
                .param("until", batch.until())
                .param("root", batch.root().bytes())
                .param("chain", batch.chain().bytes())
                .param("hash", batch.suite().hash())
                .update();
        db.sql(
                        """
                        insert into audit.head (county, number, chain, sealed_at)
                        values (:county, :number, :chain, :sealed)
                        on conflict (county) do update
                        set number = excluded.number, chain = excluded.chain, sealed_at = excluded.sealed_at
                        """)
                .param("county", batch.county())
                .param("number", batch.number())
                .param("chain", batch.chain().bytes())
                .param("sealed", Sql.at(batch.sealed()))
                .update();
    }

    /** All batches of a county, oldest first; to be read in a transaction and closed. */
    Stream<Batch> all(int county) {
        return db
                .sql(
                        """
                        select county, number, sealed_at, since, day, leaves, xid_from,
                          xid_until, root, chain, hash
                        from audit.batch
                        where county = :county
                        order by number
                        """)
                .withFetchSize(FETCH_BATCHES)
                .param("county", county)
                .query(BatchStore::batch)
                .stream();
    }

    /** The batches that may hold a row of a transaction, oldest first. */
    List<Batch> around(int county, long transaction) {
        return db.sql(
                        """
                        select county, number, sealed_at, since, day, leaves, xid_from,
                          xid_until, root, chain, hash
                        from audit.batch
                        where county = :county
                          and xid_until >= :xid
                          and xid_from <= :xid
                        order by number
                        limit :limit
                        """)
                .param("county", county)
                .param("xid", transaction)
                .param("limit", FETCH_BATCHES)
                .query(BatchStore::batch)
                .list();
    }

    /** Counties that have a chain, or had one. */
    List<Integer> counties() {
        return db.sql(
                        """
                        select county
                        from audit.head
                        union
                        select county
                        from audit.batch
                        order by county
                        """)
                .query(Integer.class)
                .list();
    }

    /** Chain values of a county's batches of a day, in their order, and the number of the first. */
    List<Link> links(int county, LocalDate day) {
        return db.sql(
                        """
                        select number, leaf_count, chain
                        from audit.batch
                        where county = :county and day = :day
                        order by number
                        limit :limit
                        """)
                .param("county", county)
                .param("day", day)
                .param("limit", BATCHES_A_DAY_MAX)
                .query((row, _) ->
                        new Link(
                                row.getInt("number"),
                                row.getInt("leaf_count"),
                                Hash.of(row.getBytes("chain"))))
                .list();
    }

    /** A batch as a leaf of its day's tree. */
    record Link(int number, int rows, Hash chain) {}

    /** The chain value of a batch. */
    Optional<Hash> chain(int county, int number) {
        return db.sql(
                        """
                        select chain
                        from audit.batch
                        where county = :county and number = :number
                        """)
                .param("county", county)
                .param("number", number)
                .query((row, _) -> Hash.of(row.getBytes("chain")))
                .optional();
    }

    private static Batch batch(ResultSet row, int rowNumber) throws SQLException {
        return new Batch(
                Suite.ofHash(row.getString("hash")),
                row.getInt("county"),
                row.getInt("number"),
                Sql.instant(row, "sealed_at"),
                Sql.instantOrNull(row, "since"),
                row.getObject("day", LocalDate.class),
                Leaf.read(row.getBytes("leaves")),
                row.getLong("xid_from"),
                row.getLong("xid_until"),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("chain")));
    }
}
