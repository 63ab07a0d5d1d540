package wanhu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Days;
import wanhu.base.Fen;
import wanhu.base.OrgPath;
import wanhu.base.Page;
import wanhu.base.Scope;
import wanhu.base.Sql;
import wanhu.base.Zones;

/** Lists and sums of projects: what a post may see, and what the public may. */
@Repository
class ProjectLists {
    /** Rows of a page. */
    static final int ROWS_MAX = 50;

    /** Rows of an export, of a year's plan and of a month's list. */
    static final int EXPORT_ROWS_MAX = 5_000;

    /** What one may see: the public what was promised, staff by place or by unit. */
    private static final String SEEN =
            """
            p.county = :county
                and (p.chosen_at is not null or not :public)
                and ((p.place_path >= :scope_from and p.place_path < :scope_until)
                    or (p.responsible_path >= :held_from and p.responsible_path < :held_until)
                    or (p.proposer_path >= :held_from and p.proposer_path < :held_until)
                    or :helper = any (p.co_units))
            """;

    private static final String WANTED =
            """
                and p.responsible_path >= :unit_from and p.responsible_path < :unit_until
                and p.place_path >= :place_from and p.place_path < :place_until
                and (:year = 0 or p.year = :year)
                and (not :late or p.next_due < :today)
                and (:q = '' or position(:q in p.title) > 0 or position(:q in p.number) > 0)
            """;

    private final JdbcClient db;
    private final MilestoneStore milestones;
    private final Clock clock;

    ProjectLists(JdbcClient db, MilestoneStore milestones, Clock clock) {
        this.db = db;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** Who reads: parameters of the condition {@code SEEN}. */
    record Reader(Map<String, Object> parameters) {
        private static final UUID NOBODY = new UUID(0, 0);

        static Reader of(Actor actor) {
            var parameters = new HashMap<>(Scope.of(actor).parameters());
            parameters.put("public", false);
            parameters.put("helper", actor.role().apart() ? NOBODY : actor.unit());
            return new Reader(Map.copyOf(parameters));
        }

        /** Everybody: all that was promised in a county. */
        static Reader ofPublic(int county) {
            var whole = OrgPath.ofDivision("%06d".formatted(county));
            return new Reader(
                    Map.of(
                            "county",
                            county,
                            "public",
                            true,
                            "helper",
                            NOBODY,
                            "scope_from",
                            whole.from(),
                            "scope_until",
                            whole.until(),
                            "held_from",
                            "",
                            "held_until",
                            ""));
        }
    }

    /**
     * A piece of the list: those that are behind first, then by the day that comes next.
     *
     * @param after key of the last row of the piece before; null for the first piece
     */
    @Transactional(readOnly = true)
    Page<Project> page(Reader reader, Filter filter, @Nullable String after) {
        var rows = rows(reader, filter, after, ROWS_MAX + 1);
        boolean more = rows.size() > ROWS_MAX;
        var shown = milestones.join(more ? rows.subList(0, ROWS_MAX) : rows);
        return new Page<>(shown, -1, more ? key(shown.getLast()) : null);
    }

    /** All of the list, at most {@value #EXPORT_ROWS_MAX} rows. */
    @Transactional(readOnly = true)
    List<Project> all(Reader reader, Filter filter) {
        return milestones.join(rows(reader, filter, null, EXPORT_ROWS_MAX));
    }

    private List<Project> rows(Reader reader, Filter filter, @Nullable String after, int limit) {
        var from = Key.of(after);
        var phase = filter.phase();
        return db.sql(
                        """
                        select %s
                        from ledger.project p
                        where %s %s
                            and (:phase = '' or p.phase = :phase)
                            and (p.next_due, p.id) > (:due, :id)
                        order by p.next_due, p.id
                        limit :limit
                        """
                                .formatted(ProjectRow.COLUMNS, SEEN, WANTED))
                .params(reader.parameters())
                .params(filter.parameters())
                .param("today", today())
                .param("phase", phase == null ? "" : phase.name())
                .param("due", from.due())
                .param("id", from.id())
                .param("limit", limit)
                .query(ProjectRow::read)
                .list();
    }

    /** Place in the order of a list. */
    private record Key(LocalDate due, UUID id) {
        private static final Key START = new Key(LocalDate.EPOCH, new UUID(0, 0));

        static Key of(@Nullable String text) {
            if (text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d_[0-9a-f-]{36}")) {
                return START;
            }
            int at = text.indexOf('_');
            try {
                var due = Days.read(text.substring(0, at));
                return new Key(due, UUID.fromString(text.substring(at + 1)));
            } catch (DateTimeParseException | IllegalArgumentException _) {
                return START;
            }
        }
    }

    private static String key(Project project) {
        return project.nextDue().orElse(ProjectRow.NEVER) + "_" + project.id();
    }

    /** What the projects of each phase make together; a phase without any is left out. */
    @Transactional(readOnly = true)
    Map<Phase, Sums> sums(Reader reader, Filter filter) {
        record Row(Phase phase, Sums sums) {}
        var sums = new EnumMap<Phase, Sums>(Phase.class);
        db.sql(
                        """
                        select p.phase, count(*) as count, count(*) filter (where p.next_due < :today) as late,
                            sum(p.budget_fen) as budget, sum(p.spent_fen) as spent, sum(p.households) as households,
                            sum(p.people) as people, sum(p.mu) as mu
                        from ledger.project p
                        where %s %s
                        group by p.phase
                        """
                                .formatted(SEEN, WANTED))
                .params(reader.parameters())
                .params(filter.parameters())
                .param("today", today())
                .query((row, _) -> new Row(Phase.valueOf(row.getString("phase")), sums(row)))
                .list()
                .forEach(row -> sums.put(row.phase(), row.sums()));
        return sums;
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("count"),
                row.getLong("late"),
                new Fen(row.getLong("budget")),
                new Fen(row.getLong("spent")),
                row.getLong("households"),
                row.getLong("people"),
                row.getLong("mu"));
    }

    /**
     * The month's prompt list: milestones and deadlines of chosen and started projects that are due
     * in the month, and those of earlier months that are still open, the oldest first.
     */
    @Transactional(readOnly = true)
    List<DueItem> due(Reader reader, YearMonth month) {
        return db.sql(
                        """
                        select p.number, p.title, m.name, m.weight, m.due, p.responsible_id, p.place_path, p.percent
                        from ledger.milestone m
                        join ledger.project p on p.county = m.county and p.id = m.project_id
                        where m.county = :county and m.reached is null and m.due < :until
                            and p.phase in ('CHOSEN', 'STARTED') and %1$s
                        union all
                        select p.number, p.title, '', 100, p.deadline, p.responsible_id, p.place_path, p.percent
                        from ledger.project p
                        where p.phase in ('CHOSEN', 'STARTED') and p.deadline < :until and %1$s
                        order by 5, 1
                        limit :limit
                        """
                                .formatted(SEEN))
                .params(reader.parameters())
                .param("until", month.plusMonths(1).atDay(1))
                .param("limit", EXPORT_ROWS_MAX)
                .query(ProjectLists::item)
                .list();
    }

    /** Started projects of which nothing was told since a day, the longest silence first. */
    @Transactional(readOnly = true)
    List<Project> silent(Reader reader, LocalDate since) {
        var rows =
                db.sql(
                                """
                                select %s
                                from ledger.project p
                                where %s and p.phase = 'STARTED' and p.started_at < :since
                                    and not exists (
                                        select 1
                                        from ledger.event e
                                        where e.county = p.county and e.project_id = p.id and e.act = 'Report'
                                            and e.recorded_at >= :since)
                                order by p.started_at, p.id
                                limit :limit
                                """
                                        .formatted(ProjectRow.COLUMNS, SEEN))
                        .params(reader.parameters())
                        .param("since", Sql.at(Zones.startOf(since)))
                        .param("limit", ROWS_MAX)
                        .query(ProjectRow::read)
                        .list();
        return milestones.join(rows);
    }

    private static DueItem item(ResultSet row, int rowNumber) throws SQLException {
        return new DueItem(
                row.getString("number"),
                row.getString("title"),
                row.getString("name"),
                row.getInt("weight"),
                row.getObject("due", LocalDate.class),
                Sql.uuid(row, "responsible_id"),
                new OrgPath(row.getString("place_path")),
                row.getInt("percent"));
    }

    /** Years that have projects, newest first. */
    @Transactional(readOnly = true)
    List<Integer> years(int county) {
        return db.sql(
                        """
                        select distinct year
                        from ledger.project
                        where county = :county
                        order by year desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", ROWS_MAX)
                .query(Integer.class)
                .list();
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}
