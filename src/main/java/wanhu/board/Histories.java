package wanhu.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
 * The door to figures over months: for a county, a township or a village read from the rows that
 * are kept of it, for a grid or a department's own work counted at once.
 */
@Service
public class Histories {
    private static final int TOWNSHIP_LENGTH = OrgPath.COUNTY_LENGTH + 5;
    private static final int VILLAGE_LENGTH = TOWNSHIP_LENGTH + 5;

    /** Months and names, each twice, at most. */
    private static final int SUMS_MAX = 4 * MatterFigures.LINES_MAX;

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

    /** What happened from the first day of a month to a day in the last, which is not yet over. */
    public History history(Actor actor, YearMonth from, LocalDate until) {
        var place = Scope.of(actor).territory().from();
        var first = from.atDay(1);
        if (place.isEmpty() || place.length() > VILLAGE_LENGTH) {
            return new History(
                    figures.solved(actor, first, until),
                    figures.months(actor, first, until),
                    figures.categories(actor, first, until),
                    clock.instant());
        }
        rollups.follow(folding, actor.county());
        var at = rollups.at(folding, actor.county());
        return history(sums(actor.county(), place, first, until), at);
    }

    /**
     * A sum.
     *
     * @param month null for that of a name in all months
     */
    private record Sum(boolean solved, @Nullable YearMonth month, String name, int n, int open) {}

    /** By month, and by name; the largest first. */
    private List<Sum> sums(int county, String place, LocalDate from, LocalDate until) {
        return db.sql(
                        """
                        select h.solved, to_char(h.month, 'YYYY-MM') as of_month, h.name,
                            sum(h.n)::int as n, sum(h.open)::int as open
                        from board.history h
                        where h.county = :county
                          and h.whole = :whole
                          and h.place_path = :place
                          and h.month >= cast(:from as date)
                          and h.month <= cast(:until as date)
                        group by grouping sets ((h.solved, h.month), (h.solved, h.name))
                        order by sum(h.n) desc, h.name
                        limit :limit
                        """)
                .param("county", county)
                .param("whole", place.length() <= TOWNSHIP_LENGTH)
                .param("place", place)
                .param("from", from.toString())
                .param("until", until.toString())
                .param("limit", SUMS_MAX)
                .query((row, _) -> sum(row))
                .list();
    }

    private static Sum sum(ResultSet row) throws SQLException {
        var month = row.getString("of_month");
        return new Sum(
                row.getBoolean("solved"),
                month == null ? null : YearMonth.parse(month),
                Objects.requireNonNullElse(row.getString("name"), ""),
                row.getInt("n"),
                row.getInt("open"));
    }

    private static History history(List<Sum> sums, Instant at) {
        var solved = new ArrayList<SolvedAt>();
        var abouts = new ArrayList<About>();
        var months = new TreeMap<YearMonth, OfMonth>();
        for (Sum each : sums) {
            var month = each.month();
            if (month != null) {
                months.merge(month, of(month, each), Histories::plus);
            } else if (!each.solved()) {
                abouts.add(new About(each.name(), each.n(), each.open()));
            } else if (!each.name().isEmpty()) {
                solved.add(new SolvedAt(Level.valueOf(each.name()), each.n()));
            }
        }
        solved.sort(Comparator.comparing(SolvedAt::level));
        return new History(solved, some(months.values()), some(abouts), at);
    }

    private static <T> List<T> some(Collection<T> lines) {
        return lines.stream().limit(MatterFigures.LINES_MAX).toList();
    }

    private static OfMonth of(YearMonth month, Sum sum) {
        return sum.solved() ? new OfMonth(month, 0, sum.n()) : new OfMonth(month, sum.n(), 0);
    }

    private static OfMonth plus(OfMonth one, OfMonth other) {
        return new OfMonth(
                one.month(), one.reported() + other.reported(), one.solved() + other.solved());
    }
}
