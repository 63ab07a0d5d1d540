package wanhu.callback;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Wall;

/**
 * What the lots of a month have come to by category, told to everybody who belongs to a unit: the
 * same whoever asks. Of what is called in any case (complaints, reports of wrongdoing, danger, what
 * was done again or rated badly) nothing is in it.
 */
@Service
public class CallFigures {
    private final JdbcClient db;

    CallFigures(JdbcClient db) {
        this.db = db;
    }

    /**
     * Answers of a category that went into a lot.
     *
     * @param category code at the top of the tree
     * @param least the smallest share that was stated for one of them, in per cent
     * @param most the largest
     * @param answered how many there were
     * @param drawn how many of them the lot wants called
     * @param reached how many of these have told how it went
     */
    public record Drawn(
            String category, int least, int most, int answered, int drawn, int reached) {}

    /** The categories of what was answered in a month at a place or below, most answers first. */
    @Transactional(readOnly = true)
    public List<Drawn> month(int county, OrgPath place, YearMonth month) {
        return Wall.whole(() ->
                db.sql(
                                """
                                select split_part(c.category, '.', 1) as top, min(c.percent) as least,
                                    max(c.percent) as most, count(*) as answered,
                                    count(*) filter (where c.drawn) as drawn,
                                    count(*) filter (where c.drawn and c.state in ('REACHED', 'RATED')) as reached
                                from callback.call c
                                where c.county = :county and c.month = :month
                                    and c.place_path >= :from and c.place_path < :until
                                    and c.lot not in ('SERIOUS', 'PROMISED')
                                group by 1
                                order by answered desc, top
                                """)
                        .param("county", county)
                        .param("month", month.atDay(1))
                        .param("from", place.from())
                        .param("until", place.until())
                        .query((row, _) ->
                                new Drawn(
                                        row.getString("top"),
                                        row.getInt("least"),
                                        row.getInt("most"),
                                        row.getInt("answered"),
                                        row.getInt("drawn"),
                                        row.getInt("reached")))
                        .list());
    }
}
