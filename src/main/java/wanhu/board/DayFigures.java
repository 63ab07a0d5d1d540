package wanhu.board;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;

/**
 * The door to day rows: what came in and was solved in a township or the county, without reports of
 * wrongdoing, as far as it was followed ({@link Months#follow}). Whoever asks has made sure that
 * the place may be read.
 */
@Service
public class DayFigures {
    private final JdbcClient db;

    DayFigures(JdbcClient db) {
        this.db = db;
    }

    /** What came in and was solved on a day. */
    public record Line(LocalDate day, int came, int solved) {}

    /** The days of a place, both inclusive, the first first; days without any are left out. */
    @Transactional(readOnly = true)
    public List<Line> lines(int county, OrgPath place, LocalDate from, LocalDate until) {
        return db.sql(
                        """
                        select day, came, solved
                        from board.day
                        where county = :county
                          and whole
                          and place_path = :place
                          and day >= cast(:from as date)
                          and day <= cast(:until as date)
                        order by day
                        """)
                .param("county", county)
                .param("place", place.text())
                .param("from", from.toString())
                .param("until", until.toString())
                .query((row, _) ->
                        new Line(
                                row.getObject("day", LocalDate.class),
                                row.getInt("came"),
                                row.getInt("solved")))
                .list();
    }
}
