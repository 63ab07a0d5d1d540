package wanhu.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.org.Level;

/**
 * Figures over what a post sees of its territory, or for a department of its own work; each is a
 * count of rows that the lists show under the same conditions.
 */
@Service
public class MatterFigures {
    /** Most units, categories and months of one figure. */
    public static final int LINES_MAX = 400;

    private final JdbcClient db;
    private final Clock clock;

    MatterFigures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Open matters held on a level. */
    public record AtLevel(Level level, int open, int soon, int overdue) {
        private AtLevel plus(AtLevel more) {
            return new AtLevel(level, open + more.open, soon + more.soon, overdue + more.overdue);
        }
    }

    /**
     * Open matters held by a unit and below it.
     *
     * @param path place of the unit
     * @param oldest when the oldest of them was reported
     */
    public record AtUnit(OrgPath path, int open, int overdue, Instant oldest) {
        private AtUnit plus(AtUnit more) {
            return new AtUnit(
                    path,
                    open + more.open,
                    overdue + more.overdue,
                    oldest.isBefore(more.oldest) ? oldest : more.oldest);
        }
    }

    /** Matters solved on a level. */
    public record SolvedAt(Level level, int solved) {}

    /**
     * Matters of a month.
     *
     * @param reported reported in it
     * @param solved solved in it, whenever they were reported
     */
    public record OfMonth(YearMonth month, int reported, int solved) {}

    /**
     * Matters about something.
     *
     * @param category code at the top of the tree
     */
    public record About(String category, int reported, int open) {}

    /**
     * Where the open matters stand.
     *
     * @param levels by level, lowest first
     * @param units by the unit directly below the post's, the fullest first
     */
    public record Standing(List<AtLevel> levels, List<AtUnit> units) {}

    private record Standard(
            Level level, OrgPath path, int open, int soon, int overdue, Instant oldest) {}

    /** Where the open matters stand, by level and by unit, counted in one go. */
    @Transactional(readOnly = true)
    public Standing standing(Actor actor) {
        var groups = groups(actor);
        return new Standing(levels(groups), units(groups));
    }

    private List<Standard> groups(Actor actor) {
        var where = open(actor);
        // Composed; tried by MatterFiguresTest.
        return db.sql(
                        """
                        select m.holder_level, %s as path,
                            count(*) as open,
                            count(*) filter (where m.due_at > :now and m.warn_at <= :now) as soon,
                            count(*) filter (where m.due_at <= :now) as overdue,
                            min(m.reported_at) as oldest
                        from matter.counted m
                        where %s
                        group by 1, 2
                        """
                                .formatted(below(actor), where.narrow()))
                .params(where.parameters())
                .query((row, _) ->
                        new Standard(
                                Level.valueOf(row.getString("holder_level")),
                                new OrgPath(row.getString("path")),
                                row.getInt("open"),
                                row.getInt("soon"),
                                row.getInt("overdue"),
                                Sql.instant(row, "oldest")))
                .list();
    }

    private static List<AtLevel> levels(List<Standard> groups) {
        return groups.stream()
                .map(each -> new AtLevel(each.level(), each.open(), each.soon(), each.overdue()))
                .collect(Collectors.toMap(AtLevel::level, each -> each, AtLevel::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(AtLevel::level))
                .toList();
    }

    private static List<AtUnit> units(List<Standard> groups) {
        return groups.stream()
                .map(each -> new AtUnit(each.path(), each.open(), each.overdue(), each.oldest()))
                .collect(Collectors.toMap(AtUnit::path, each -> each, AtUnit::plus))
                .values()
                .stream()
                .sorted(
                        Comparator.comparingInt(AtUnit::open)
                                .reversed()
                                .thenComparing(AtUnit::path))
                .limit(LINES_MAX)
                .toList();
    }

    private static String below(Actor actor) {
        boolean county = actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
        return county
                ? "coalesce(m.holder_middle, m.holder_county)"
                : "coalesce(m.holder_low, m.holder_middle, m.holder_county)";
    }

    /** What was solved from one day to another, both inclusive, by the level of the handler. */
    @Transactional(readOnly = true)
    public List<SolvedAt> solved(Actor actor, LocalDate from, LocalDate until) {
        var where = ListWhere.area(actor, clock.instant());
        where.and(ListWhere.SOLVED);
        where.and("m.handler_level is not null");
        where.and("m.solved_at >= :from", "from", ListWhere.startOf(from));
        where.and("m.solved_at < :until", "until", ListWhere.startOf(until.plusDays(1)));
        // Composed; tried by MatterFiguresTest.
        return db
                .sql(
                        """
                        select m.handler_level, count(*) as solved
                        from matter.counted m
                        where %s
                        group by m.handler_level
                        """
                                .formatted(where.narrow()))
                .params(where.parameters())
                .query((row, _) ->
                        new SolvedAt(
                                Level.valueOf(row.getString("handler_level")),
                                row.getInt("solved")))
                .list()
                .stream()
                .sorted(Comparator.comparing(SolvedAt::level))
                .toList();
    }

    /** Reported and solved in each month of a span; months without any are left out. */
    @Transactional(readOnly = true)
    public List<OfMonth> months(Actor actor, LocalDate from, LocalDate until) {
        var answered = ListWhere.area(actor, clock.instant());
        answered.and(ListWhere.SOLVED);
        var solved = months(answered, "m.solved_at", from, until);
        var all = ListWhere.area(actor, clock.instant());
        var reported = months(all, "m.reported_at", from, until);
        return java.util.stream.Stream.concat(reported.keySet().stream(), solved.keySet().stream())
                .distinct()
                .sorted()
                .map(month ->
                        new OfMonth(
                                month,
                                reported.getOrDefault(month, 0),
                                solved.getOrDefault(month, 0)))
                .toList();
    }

    private Map<YearMonth, Integer> months(
            ListWhere where, String column, LocalDate from, LocalDate until) {
        where.and(column + " >= :from", "from", ListWhere.startOf(from));
        where.and(column + " < :until", "until", ListWhere.startOf(until.plusDays(1)));
        var counts = new java.util.HashMap<YearMonth, Integer>();
        // Composed; tried by MatterFiguresTest.
        db.sql(
                        """
                        select to_char(%s at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as many
                        from matter.counted m
                        where %s
                        group by 1
                        """
                                .formatted(column, where.narrow()))
                .params(where.parameters())
                .query((row, _) ->
                        Map.entry(YearMonth.parse(row.getString("month")), row.getInt("many")))
                .list()
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** What was reported in a span, by the top of the tree of categories; the most first. */
    @Transactional(readOnly = true)
    public List<About> categories(Actor actor, LocalDate from, LocalDate until) {
        var where = ListWhere.area(actor, clock.instant());
        where.and("m.reported_at >= :from", "from", ListWhere.startOf(from));
        where.and("m.reported_at < :until", "until", ListWhere.startOf(until.plusDays(1)));
        // Composed; tried by MatterFiguresTest.
        return db.sql(
                        """
                        select split_part(m.category, '.', 1) as top,
                            count(*) as reported,
                            count(*) filter (where m.open) as open
                        from matter.counted m
                        where %s
                        group by 1
                        order by reported desc, top
                        limit :limit
                        """
                                .formatted(where.narrow()))
                .params(where.parameters())
                .param("limit", LINES_MAX)
                .query((row, _) ->
                        new About(row.getString("top"), row.getInt("reported"), row.getInt("open")))
                .list();
    }

    private ListWhere open(Actor actor) {
        var now = clock.instant();
        var where = ListWhere.area(actor, now);
        where.and("m.open", "now", Sql.at(now));
        return where;
    }
}
