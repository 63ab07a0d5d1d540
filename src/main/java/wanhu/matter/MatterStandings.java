package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final String COUNTED =
            """
            select left(m.place_path, 24) as place, m.stage,
                count(*) as open,
                count(*) filter (where m.due_at > :now and m.warn_at <= :now) as soon,
                count(*) filter (where m.due_at <= :now) as overdue,
                least(min(m.due_at) filter (where m.due_at > :now),
                    min(m.warn_at) filter (where m.warn_at > :now)) as next
            from matter.matter m
            where m.county = :county
              and m.open
              and m.kind <> 'REPORT'
              and %s
            group by 1, 2
            """;

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

    /**
     * Open matters of a stage at a place itself.
     *
     * @param place a grid, or a larger place for what was reported of it as a whole
     * @param next when time alone changes these figures; null when it never does
     */
    public record Own(
            OrgPath place, Stage stage, int open, int soon, int overdue, @Nullable Instant next) {}

    /**
     * The open matters of a township and of all below it as they stand at an instant; of a county,
     * those that were reported of it as a whole.
     */
    public List<Own> own(int county, OrgPath at, Instant now) {
        var within = at.text().length() > OrgPath.COUNTY_LENGTH;
        // Composed; tried by StandingsTest.
        var statement =
                db.sql(
                                COUNTED.formatted(
                                        within
                                                ? "m.place_middle = :place"
                                                : "m.place_middle is null and m.place_path = :place"))
                        .param("place", at.text());
        return own(statement, county, now);
    }

    /** All open matters of a county as they stand at an instant. */
    public List<Own> own(int county, Instant now) {
        // Composed; tried by StandingsTest.
        return own(db.sql(COUNTED.formatted("true")), county, now);
    }

    private static List<Own> own(JdbcClient.StatementSpec statement, int county, Instant now) {
        return statement
                .param("county", county)
                .param("now", Sql.at(now))
                .query(MatterStandings::own)
                .list();
    }

    private static Own own(ResultSet row, int line) throws SQLException {
        return new Own(
                new OrgPath(row.getString("place")),
                Stage.valueOf(row.getString("stage")),
                row.getInt("open"),
                row.getInt("soon"),
                row.getInt("overdue"),
                Sql.instantOrNull(row, "next"));
    }
}
