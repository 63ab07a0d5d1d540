package wanhu.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.crypto.Suite;
import wanhu.vault.Signatures;

/** Keeps the roots of days that are over. */
@Repository
class DayStore {
    private static final RowMapper<Day> DAY =
            (row, _) ->
                    new Day(
                            row.getInt("county"),
                            row.getObject("day", LocalDate.class),
                            row.getInt("first_batch"),
                            row.getInt("last_batch"),
                            row.getLong("leaf_count"),
                            Suite.ofHash(row.getString("hash")),
                            Hash.of(row.getBytes("root")),
                            Sql.instant(row, "closed_at"),
                            signature(row.getString("key"), row.getString("signature")));

    private final JdbcClient db;

    DayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A day that is over.
     *
     * @param rows acts sealed on it
     * @param suite whose digest made the root
     * @param root root over the chain values of its batches
     * @param signature of what it states; null for days from before there were any
     */
    record Day(
            int county,
            LocalDate date,
            int firstBatch,
            int lastBatch,
            long rows,
            Suite suite,
            Hash root,
            Instant closed,
            Signatures.@Nullable Signature signature) {
        /** What is signed, as the RFC 8785 object of these strings. */
        SortedMap<String, String> statement() {
            var statement = new TreeMap<String, String>();
            statement.put("kind", "day");
            statement.put("county", "%06d".formatted(county));
            statement.put("day", date.toString());
            statement.put("rows", Long.toString(rows));
            statement.put("hash", suite.hash());
            statement.put("root", root.text());
            return statement;
        }

        Day signedBy(Signatures.Signature made) {
            return new Day(county, date, firstBatch, lastBatch, rows, suite, root, closed, made);
        }
    }

    private static Signatures.@Nullable Signature signature(
            @Nullable String key, @Nullable String text) {
        return key == null || text == null ? null : new Signatures.Signature(key, text);
    }

    /** A day of a county. */
    record Open(int county, LocalDate date) {}

    /** Days before a date that have batches and no root yet; of every county. */
    List<Open> open(LocalDate before, int limit) {
        return db.sql(
                        """
                        select distinct b.county, b.day
                        from audit.head h
                        join audit.batch b on b.county = h.county
                          and b.day > coalesce(
                            (select max(d.day) from audit.day d where d.county = h.county), date '2000-01-01')
                        where b.day < :before
                        order by b.day, b.county
                        limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) ->
                        new Open(row.getInt("county"), row.getObject("day", LocalDate.class)))
                .list();
    }

    void add(Day day) {
        var signature = day.signature();
        db.sql(
                        """
                        insert into audit.day (county, day, first_batch, last_batch, leaf_count, root, closed_at,
                          hash, key, signature)
                        values (:county, :day, :first, :last, :rows, :root, :closed, :hash, :key, :signature)
                        """)
                .param("county", day.county())
                .param("day", day.date())
                .param("first", day.firstBatch())
                .param("last", day.lastBatch())
                .param("rows", day.rows())
                .param("root", day.root().bytes())
                .param("closed", Sql.at(day.closed()))
                .param("hash", day.suite().hash())
                .param("key", signature == null ? null : signature.key())
                .param("signature", signature == null ? null : signature.text())
                .update();
    }

    /** Days of a county before a date, the newest first. */
    List<Day> list(int county, LocalDate before, int limit) {
        return db.sql(
                        """
                        select county, day, first_batch, last_batch, leaf_count, root, closed_at, hash, key, signature
                        from audit.day
                        where county = :county and day < :before
                        order by day desc
                        limit :limit
                        """)
                .param("county", county)
                .param("before", before)
                .param("limit", limit)
                .query(DAY)
                .list();
    }

    Optional<Day> find(int county, LocalDate date) {
        return db.sql(
                        """
                        select county, day, first_batch, last_batch, leaf_count, root, closed_at, hash, key, signature
                        from audit.day
                        where county = :county and day = :day
                        """)
                .param("county", county)
                .param("day", date)
                .query(DAY)
                .optional();
    }
}
