package wanhu.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of projects and of the matters that led to them. */
@Repository
class ProjectStore {
    private final JdbcClient db;
    private final MilestoneStore milestones;

    ProjectStore(JdbcClient db, MilestoneStore milestones) {
        this.db = db;
        this.milestones = milestones;
    }

    void insert(Project project) {
        db.sql(
                        """
                        insert into ledger.project (county, id, number, version, title, summary, source, year, place_id,
                            place_path, proposer_id, proposer_path, responsible_id, responsible_path, co_units, leader_post,
                            leader_unit, leader_name, leader_title, budget_fen, spent_fen, funding, promise, deadline,
                            households, people, mu, phase, percent, next_due, proposed_at, chosen_at, started_at, done_at,
                            ended_at)
                        values (:county, :id, :number, :version, :title, :summary, :source, :year, :place,
                            :placePath, :proposer, :proposerPath, :responsible, :responsiblePath, :coUnits, :leaderPost,
                            :leaderUnit, :leaderName, :leaderTitle, :budget, :spent, :funding, :promise, :deadline,
                            :households, :people, :mu, :phase, :percent, :nextDue, :proposed, :chosen, :started, :done,
                            :ended)
                        """)
                .params(columns(project))
                .update();
        milestones.replace(project);
    }

    /** Writes everything that an act may change. */
    void update(Project project) {
        db.sql(
                        """
                        update ledger.project
                        set version = :version, title = :title, summary = :summary, year = :year, place_id = :place,
                            place_path = :placePath, responsible_id = :responsible, responsible_path = :responsiblePath,
                            co_units = :coUnits, leader_post = :leaderPost, leader_unit = :leaderUnit,
                            leader_name = :leaderName, leader_title = :leaderTitle, budget_fen = :budget, spent_fen = :spent,
                            funding = :funding, promise = :promise, deadline = :deadline, households = :households,
                            people = :people, mu = :mu, phase = :phase, percent = :percent, next_due = :nextDue,
                            chosen_at = :chosen, started_at = :started, done_at = :done, ended_at = :ended
                        where county = :county and id = :id
                        """)
                .params(columns(project))
                .update();
        milestones.replace(project);
    }

    private static Map<String, @Nullable Object> columns(Project project) {
        var columns = new HashMap<String, @Nullable Object>();
        var about = project.about();
        columns.put("county", project.county());
        columns.put("id", project.id());
        columns.put("number", project.number());
        columns.put("version", project.version());
        columns.put("title", about.title());
        columns.put("summary", about.summary());
        columns.put("source", about.source().name());
        columns.put("year", about.year());
        columns.put("place", about.place());
        columns.put("placePath", about.placePath().text());
        columns.put("phase", project.phase().name());
        columns.put("percent", project.percent());
        columns.put("nextDue", project.nextDue().orElse(ProjectRow.NEVER));
        parties(columns, project.parties());
        promise(columns, project);
        times(columns, project.times());
        return columns;
    }

    private static void parties(Map<String, @Nullable Object> columns, Project.Parties parties) {
        var leader = parties.leader();
        columns.put("proposer", parties.proposer().unit());
        columns.put("proposerPath", parties.proposer().path().text());
        columns.put("responsible", parties.responsible().unit());
        columns.put("responsiblePath", parties.responsible().path().text());
        columns.put("coUnits", parties.with().toArray(UUID[]::new));
        columns.put("leaderPost", leader == null ? null : leader.post());
        columns.put("leaderUnit", leader == null ? null : leader.unit());
        columns.put("leaderName", leader == null ? "" : leader.name());
        columns.put("leaderTitle", leader == null ? "" : leader.title());
    }

    private static void promise(Map<String, @Nullable Object> columns, Project project) {
        var promise = project.promise();
        columns.put("budget", project.money().budget().amount());
        columns.put("spent", project.money().spent().amount());
        columns.put("funding", project.money().funding());
        columns.put("promise", promise.text());
        columns.put("deadline", promise.deadline());
        columns.put("households", promise.reach().households());
        columns.put("people", promise.reach().people());
        columns.put("mu", promise.reach().mu());
    }

    private static void times(Map<String, @Nullable Object> columns, Project.Times times) {
        columns.put("proposed", Sql.at(times.proposed()));
        columns.put("chosen", Sql.atOrNull(times.chosen()));
        columns.put("started", Sql.atOrNull(times.started()));
        columns.put("done", Sql.atOrNull(times.done()));
        columns.put("ended", Sql.atOrNull(times.ended()));
    }

    /** The project with its milestones. */
    Optional<Project> find(int county, String number) {
        return db.sql(
                        """
                        select %s
                        from ledger.project p
                        where p.county = :county and p.number = :number
                        """
                                .formatted(ProjectRow.COLUMNS))
                .param("county", county)
                .param("number", number)
                .query(ProjectRow::read)
                .optional()
                .map(project -> milestones.join(List.of(project)).getFirst());
    }

    /**
     * The same, locked until the end of the transaction; not against rows that only refer to it.
     */
    Optional<Project> lock(int county, String number) {
        return db.sql(
                        """
                        select %s
                        from ledger.project p
                        where p.county = :county and p.number = :number
                        for no key update
                        """
                                .formatted(ProjectRow.COLUMNS))
                .param("county", county)
                .param("number", number)
                .query(ProjectRow::read)
                .optional()
                .map(project -> milestones.join(List.of(project)).getFirst());
    }

    /** Projects to which a matter led, newest first. */
    List<Project> ofMatter(int county, UUID matter) {
        var rows =
                db.sql(
                                """
                                select %s
                                from ledger.project p
                                join ledger.project_matter l on l.county = p.county and l.project_id = p.id
                                where p.county = :county and l.matter_id = :matter
                                order by p.proposed_at desc
                                limit :limit
                                """
                                        .formatted(ProjectRow.COLUMNS))
                        .param("county", county)
                        .param("matter", matter)
                        .param("limit", Projects.MATTERS_MAX)
                        .query(ProjectRow::read)
                        .list();
        return milestones.join(rows);
    }

    /** The matters that led to a project, in the order in which they were linked. */
    List<UUID> matters(Project project) {
        return db.sql(
                        """
                        select matter_id
                        from ledger.project_matter
                        where county = :county and project_id = :project
                        order by linked_at, matter_id
                        limit :limit
                        """)
                .param("county", project.county())
                .param("project", project.id())
                .param("limit", Projects.MATTERS_MAX)
                .query(UUID.class)
                .list();
    }

    /** Links a matter; false when it was linked before. */
    boolean link(Project project, UUID matter, Instant now) {
        return db.sql(
                                """
                                insert into ledger.project_matter (county, project_id, matter_id, linked_at)
                                values (:county, :project, :matter, :now)
                                on conflict (county, project_id, matter_id) do nothing
                                """)
                        .param("county", project.county())
                        .param("project", project.id())
                        .param("matter", matter)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** The next number of a year: 150524-MS2026-0007. */
    String nextNumber(int county, int year) {
        int last =
                db.sql(
                                """
                                insert into ledger.counter (county, year, last)
                                values (:county, :year, 1)
                                on conflict (county, year) do update set last = ledger.counter.last + 1
                                returning last
                                """)
                        .param("county", county)
                        .param("year", year)
                        .query(Integer.class)
                        .single();
        return "%06d-MS%d-%04d".formatted(county, year, last);
    }

    /** Claims a command; false when it was claimed before. */
    boolean claim(int county, UUID command, UUID project, Instant now) {
        return db.sql(
                                """
                                insert into ledger.command (county, id, project_id, at)
                                values (:county, :id, :project, :now)
                                on conflict (county, id) do nothing
                                """)
                        .param("county", county)
                        .param("id", command)
                        .param("project", project)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Number of the project to which a command led. */
    Optional<String> ledTo(int county, UUID command) {
        return db.sql(
                        """
                        select p.number
                        from ledger.command c
                        join ledger.project p on p.county = c.county and p.id = c.project_id
                        where c.county = :county and c.id = :id
                        """)
                .param("county", county)
                .param("id", command)
                .query(String.class)
                .optional();
    }
}
