package wanhu.supervise;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.base.Zones;

/** How many orders of supervision some units were given, and how they stand. */
@Service
public class SupervisionFigures {
    private final JdbcClient db;
    private final Clock clock;

    SupervisionFigures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Orders to some units.
     *
     * @param issued in the time
     * @param closed in the time, whenever they were issued
     * @param running now
     * @param late of these, those whose day of answer is over
     */
    public record Orders(int issued, int closed, int running, int late) {}

    /** Orders from one instant to another, which is outside. */
    @Transactional(readOnly = true)
    public Orders orders(int county, Collection<UUID> to, Instant from, Instant until) {
        return Wall.whole(() ->
                db.sql(
                                """
                                select count(*) filter (where issued_at >= :from and issued_at < :until) as issued,
                                    count(*) filter (where ended_at >= :from and ended_at < :until) as closed,
                                    count(*) filter (where ended_at is null) as running,
                                    count(*) filter (where ended_at is null and due_on < :today) as late
                                from supervise.supervision
                                where county = :county
                                  and to_unit = any(:units)
                                """)
                        .param("county", county)
                        .param("units", to.toArray(UUID[]::new))
                        .param("from", Sql.at(from))
                        .param("until", Sql.at(until))
                        .param("today", Zones.day(clock.instant()))
                        .query((row, _) ->
                                new Orders(
                                        row.getInt("issued"),
                                        row.getInt("closed"),
                                        row.getInt("running"),
                                        row.getInt("late")))
                        .single());
    }
}
