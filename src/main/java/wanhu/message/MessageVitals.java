package wanhu.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/**
 * How late the message is that should have gone longest ago, and how many failed for good today.
 */
@Component
class MessageVitals implements VitalSource {
    private static final Duration WATCH = Duration.ofMinutes(10);
    private static final Duration BAD = Duration.ofHours(2);
    private static final Duration LATELY = Duration.ofDays(1);

    /** More are not counted. */
    private static final int FAILED_ROWS_MAX = 1000;

    private static final int FAILED_WATCH = 1;

    private final JdbcClient db;
    private final Clock clock;

    MessageVitals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Vital> vitals() {
        return List.of(
                Vital.below(
                        "message.vital.late-seconds", late(), WATCH.toSeconds(), BAD.toSeconds()),
                Vital.below("message.vital.failed-rows", failed(), FAILED_WATCH, FAILED_ROWS_MAX));
    }

    /** Cross-county: one sender serves all counties. */
    private long late() {
        var now = clock.instant();
        return db.sql(
                        """
                        -- every county
                        select min(next_at) as oldest
                        from message.outbox
                        where next_at <= :now
                        """)
                .param("now", Sql.at(now))
                .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "oldest")))
                .single()
                .map(at -> Duration.between(at, now).toSeconds())
                .orElse(0L);
    }

    /** Cross-county likewise. */
    private int failed() {
        return db.sql(
                        """
                        -- every county
                        select count(*)
                        from (
                            select 1
                            from message.outbox
                            where state = 'FAILED' and settled_at > :since
                            limit :most
                        ) counted
                        """)
                .param("since", Sql.at(clock.instant().minus(LATELY)))
                .param("most", FAILED_ROWS_MAX)
                .query(Integer.class)
                .single();
    }
}
