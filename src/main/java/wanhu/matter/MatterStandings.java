package wanhu.matter;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.life.Stage;

/**
 * Where the open matters of a place stand now, as far as a post sees them: counted live. Reports of
 * wrongdoing are left out; each figure is the number of rows that the lists show.
 */
@Service
public class MatterStandings {
    private static final int ORDINAL_LENGTH = 5;

    private final JdbcClient db;
    private final Clock clock;

    MatterStandings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Open matters of a stage.
     *
     * @param place so many levels below the place that was asked for, or nearer to it
     * @param soon those of them of whose time most has run
     * @param overdue those of them whose time has run out
     */
    public record Standing(Stage stage, OrgPath place, int open, int soon, int overdue) {}

    /**
     * The open matters at a place and below it.
     *
     * @param levels so many levels below the place are told apart, 1 or more
     */
    @Transactional(readOnly = true)
    public List<Standing> standing(Actor actor, OrgPath place, int levels) {
        var now = clock.instant();
        var where = ListWhere.area(actor, now);
        where.and(where.below("place", place, "reported_in"));
        where.and("m.open", "now", Sql.at(now));
        where.and("m.kind <> 'REPORT'");
        // Composed; tried by OverviewTest.
        return db.sql(
                        """
                        select m.stage, left(m.place_path, :width) as place,
                            count(*) as open,
                            count(*) filter (where m.due_at > :now and m.warn_at <= :now) as soon,
                            count(*) filter (where m.due_at <= :now) as overdue
                        from matter.counted m
                        where %s
                        group by 1, 2
                        """
                                .formatted(where.narrow()))
                .params(where.parameters())
                .param("width", place.text().length() + levels * ORDINAL_LENGTH)
                .query((row, _) ->
                        new Standing(
                                Stage.valueOf(row.getString("stage")),
                                new OrgPath(row.getString("place")),
                                row.getInt("open"),
                                row.getInt("soon"),
                                row.getInt("overdue")))
                .list();
    }
}
