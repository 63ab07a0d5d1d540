package wanhu.round;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.org.Level;

/** How many meetings were held and missed at a place and below it. */
@Service
public class RoundFigures {
    private final JdbcClient db;

    RoundFigures(JdbcClient db) {
        this.db = db;
    }

    /**
     * Meetings of one level.
     *
     * @param held that met in the time
     * @param missed whose own time ended in it without a meeting
     */
    public record Held(Level level, int held, int missed) {}

    /** Meetings from one instant to another, which is outside; levels without any are left out. */
    @Transactional(readOnly = true)
    public List<Held> held(int county, OrgPath place, Instant from, Instant until) {
        return Wall.whole(() ->
                db
                        .sql(
                                """
                                select level,
                                    count(*) filter (where met_at >= :from and met_at < :until) as held,
                                    count(*) filter (
                                        where state = 'MISSED' and until_at > :from and until_at <= :until) as missed
                                from round.round
                                where county = :county
                                  and path >= :first
                                  and path < :last
                                  and from_at < :until
                                group by level
                                """)
                        .param("county", county)
                        .param("first", place.from())
                        .param("last", place.until())
                        .param("from", Sql.at(from))
                        .param("until", Sql.at(until))
                        .query((row, _) ->
                                new Held(
                                        Level.valueOf(row.getString("level")),
                                        row.getInt("held"),
                                        row.getInt("missed")))
                        .list()
                        .stream()
                        .filter(each -> each.held() + each.missed() > 0)
                        .sorted(java.util.Comparator.comparing(Held::level))
                        .toList());
    }
}
