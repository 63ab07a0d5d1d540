package wanhu.promise;

import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;

/** The tick for the clocks of one county, so that a test does not wait for those of all others. */
@Lazy
@Component
public class Ticks {
    private static final int ROWS_MAX = 1_000;

    private final JdbcClient db;
    private final ClockTick tick;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Ticks(JdbcClient db, ClockTick tick, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.tick = tick;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reaches what has become due, as the tick of a node does. */
    public void run(int county) {
        var now = clock.instant();
        var rows =
                db.sql(
                                """
                                select subject_id, id, kind, next_check
                                from promise.clock
                                where county = :county and next_check <= :now and stopped_at is null
                                order by next_check, id
                                limit :limit
                                """)
                        .param("county", county)
                        .param("now", Sql.at(now))
                        .param("limit", ROWS_MAX)
                        .query((row, _) ->
                                new ClockTick.DueRow(
                                        county,
                                        Sql.uuid(row, "subject_id"),
                                        Sql.uuid(row, "id"),
                                        ClockKind.valueOf(row.getString("kind")),
                                        Sql.instant(row, "next_check")))
                        .list();
        rows.forEach(row -> transaction.executeWithoutResult(_ -> tick.reach(row, now)));
    }
}
