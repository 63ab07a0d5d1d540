package wanhu.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.org.Units;
import wanhu.shell.ProjectSource;

/** Projects on the pages of other rooms: the residents' first page, and the page of a matter. */
@Component
class ProjectsElsewhere implements ProjectSource {
    private static final String STAFF = "/projects/";
    private static final String PUBLIC = "/projects/public/";

    private final JdbcClient db;
    private final ProjectStore store;
    private final MilestoneStore milestones;
    private final ProjectNames names;
    private final Units units;

    ProjectsElsewhere(
            JdbcClient db,
            ProjectStore store,
            MilestoneStore milestones,
            ProjectNames names,
            Units units) {
        this.db = db;
        this.store = store;
        this.milestones = milestones;
        this.names = names;
        this.units = units;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> latest(int linesMax) {
        return units.counties().stream()
                .findFirst()
                .map(county -> milestones.join(latest(county, linesMax)))
                .map(projects -> lines(projects, PUBLIC))
                .orElse(List.of());
    }

    private List<Project> latest(int county, int linesMax) {
        return db.sql(
                        """
                        select %s
                        from ledger.project p
                        where p.county = :county and p.chosen_at is not null and p.ended_at is null
                        order by coalesce(p.done_at, p.started_at, p.chosen_at) desc, p.id
                        limit :limit
                        """
                                .formatted(ProjectRow.COLUMNS))
                .param("county", county)
                .param("limit", linesMax)
                .query(ProjectRow::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> ofMatter(int county, UUID matter) {
        var open = store.ofMatter(county, matter).stream().filter(Project::published).toList();
        return lines(open, PUBLIC);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> ofMatter(Actor actor, UUID matter) {
        var seen =
                store.ofMatter(actor.county(), matter).stream()
                        .filter(each -> Hand.sees(actor, each))
                        .toList();
        return lines(seen, STAFF);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> offer(Actor actor, UUID matter, String number) {
        boolean may =
                actor.is(Projects.officers())
                        && store.ofMatter(actor.county(), matter).stream()
                                .allMatch(each -> each.phase().ended());
        return may ? Optional.of(STAFF + "new?matter=" + number) : Optional.empty();
    }

    private List<Line> lines(List<Project> projects, String base) {
        return names.rows(projects).stream().map(row -> line(row, base)).toList();
    }

    private static Line line(Row row, String base) {
        var project = row.project();
        return new Line(
                project.number(),
                project.about().title(),
                row.place(),
                "ledger.phase." + project.phase(),
                row.look(),
                project.percent(),
                project.promise().text(),
                project.promise().deadline(),
                base + project.number());
    }
}
