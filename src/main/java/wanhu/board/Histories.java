package wanhu.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Scope;
import wanhu.matter.MatterFigures;
import wanhu.matter.MatterFigures.About;
import wanhu.matter.MatterFigures.OfMonth;
import wanhu.matter.MatterFigures.SolvedAt;
import wanhu.org.Level;

/**
 * The door to figures over months: for a county or township read from its counts, for a smaller
 * place or a department's own work counted at once.
 */
@Service
public class Histories {
    private static final int TOWNSHIP_LENGTH = OrgPath.COUNTY_LENGTH + 5;

    private final Folding folding;
    private final Rollups rollups;
    private final MatterFigures figures;
    private final JdbcClient db;
    private final Clock clock;

    Histories(Folding folding, Rollups rollups, MatterFigures figures, JdbcClient db, Clock clock) {
        this.folding = folding;
        this.rollups = rollups;
        this.figures = figures;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Figures of a span of months.
     *
     * @param at up to when what happened is in
     */
    public record History(
            List<SolvedAt> solved, List<OfMonth> months, List<About> abouts, Instant at) {}

    private record Asked(int county, Scope.Range places, LocalDate from, LocalDate until) {
        Map<String, Object> parameters() {
            return Map.of(
                    "county",
                    county,
                    "from",
                    from.toString(),
                    "until",
                    until.toString(),
                    "first",
                    places.from(),
                    "last",
                    places.until());
        }
    }

    /** What happened from the first day of a month to a day in the last, which is not yet over. */
    public History history(Actor actor, YearMonth from, LocalDate until) {
        var scope = Scope.of(actor);
        var places = scope.territory();
        var first = from.atDay(1);
        if (places.from().isEmpty() || places.from().length() > TOWNSHIP_LENGTH) {
            return new History(
                    figures.solved(actor, first, until),
                    figures.months(actor, first, until),
                    figures.categories(actor, first, until),
                    clock.instant());
        }
        rollups.follow(folding, actor.county());
        var asked = new Asked(actor.county(), places, first, until);
        var at = rollups.at(folding, actor.county());
        return new History(solved(asked), months(asked), abouts(asked), at);
    }

    private List<SolvedAt> solved(Asked asked) {
        return db
                .sql(
                        """
                        select level, sum(solved)::int as solved
                        from board.solved
                        where county = :county
                          and month >= cast(:from as date)
                          and month <= cast(:until as date)
                          and place_path >= :first
                          and place_path < :last
                          and level <> ''
                        group by level
                        """)
                .params(asked.parameters())
                .query((row, _) ->
                        new SolvedAt(Level.valueOf(row.getString("level")), row.getInt("solved")))
                .list()
                .stream()
                .sorted(Comparator.comparing(SolvedAt::level))
                .toList();
    }

    private List<OfMonth> months(Asked asked) {
        return db.sql(
                        """
                        select to_char(month, 'YYYY-MM') as name,
                            sum(reported)::int as reported,
                            sum(solved)::int as solved
                        from (
                            select month, sum(reported) as reported, 0 as solved
                            from board.reported
                            where county = :county
                              and month >= cast(:from as date)
                              and month <= cast(:until as date)
                              and place_path >= :first
                              and place_path < :last
                            group by month
                            union all
                            select month, 0, sum(solved)
                            from board.solved
                            where county = :county
                              and month >= cast(:from as date)
                              and month <= cast(:until as date)
                              and place_path >= :first
                              and place_path < :last
                            group by month) as each
                        group by month
                        order by month
                        limit :limit
                        """)
                .params(asked.parameters())
                .param("limit", MatterFigures.LINES_MAX)
                .query((row, _) ->
                        new OfMonth(
                                YearMonth.parse(row.getString("name")),
                                row.getInt("reported"),
                                row.getInt("solved")))
                .list();
    }

    private List<About> abouts(Asked asked) {
        return db.sql(
                        """
                        select category, sum(reported)::int as reported, sum(open)::int as open
                        from board.reported
                        where county = :county
                          and month >= cast(:from as date)
                          and month <= cast(:until as date)
                          and place_path >= :first
                          and place_path < :last
                        group by category
                        order by reported desc, category
                        limit :limit
                        """)
                .params(asked.parameters())
                .param("limit", MatterFigures.LINES_MAX)
                .query((row, _) ->
                        new About(
                                row.getString("category"),
                                row.getInt("reported"),
                                row.getInt("open")))
                .list();
    }
}
