package wanhu.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

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
                            Hash.of(row.getBytes("root")),
                            Sql.instant(row, "closed_at"));

    private final JdbcClient db;

    DayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A day that is over.
     *
     * @param rows acts sealed on it
     * @param root root over the chain values of its batches
     */
    record Day(
            int county,
            LocalDate date,
            int firstBatch,
            int lastBatch,
            long rows,
            Hash root,
            Instant closed) {}

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
        db.sql(
                        """
                        insert into audit.day (county, day, first_batch, last_batch, leaf_count, root, closed_at)
                        values (:county, :day, :first, :last, :rows, :root, :closed)
                        """)
                .param("county", day.county())
                .param("day", day.date())
                .param("first", day.firstBatch())
                .param("last", day.lastBatch())
                .param("rows", day.rows())
                .param("root", day.root().bytes())
                .param("closed", Sql.at(day.closed()))
                .update();
    }

    /** Days of a county before a date, the newest first. */
    List<Day> list(int county, LocalDate before, int limit) {
        return db.sql(
                        """
                        select county, day, first_batch, last_batch, leaf_count, root, closed_at
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
                        select county, day, first_batch, last_batch, leaf_count, root, closed_at
                        from audit.day
                        where county = :county and day = :day
                        """)
                .param("county", county)
                .param("day", date)
                .query(DAY)
                .optional();
    }
}
