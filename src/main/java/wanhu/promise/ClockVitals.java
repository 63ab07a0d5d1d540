package wanhu.promise;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** How late the deadline is that should have been looked at longest ago: ticks come every 10 s. */
@Component
class ClockVitals implements VitalSource {
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration BAD = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Clock clock;

    ClockVitals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Cross-county: one tick serves all counties. */
    @Override
    public List<Vital> vitals() {
        var now = clock.instant();
        var oldest =
                db.sql(
                                """
                                -- every county
                                select min(next_check) as oldest
                                from promise.clock
                                where next_check <= :now and stopped_at is null
                                """)
                        .param("now", Sql.at(now))
                        .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "oldest")))
                        .single();
        long late = oldest.map(at -> Duration.between(at, now).toSeconds()).orElse(0L);
        return List.of(
                Vital.below(
                        "promise.vital.late-seconds", late, WATCH.toSeconds(), BAD.toSeconds()));
    }
}
