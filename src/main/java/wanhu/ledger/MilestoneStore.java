package wanhu.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of milestones. */
@Repository
class MilestoneStore {
    private final JdbcClient db;

    MilestoneStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(UUID project, Milestone milestone) {}

    /** The same projects, in the same order, each with its milestones. */
    List<Project> join(List<Project> projects) {
        if (projects.isEmpty()) {
            return projects;
        }
        var plans = new HashMap<UUID, List<Milestone>>();
        db.sql(
                        """
                        select project_id, position, name, weight, due, reached
                        from ledger.milestone
                        where county = :county and project_id = any(:projects)
                        order by project_id, position
                        """)
                .param("county", projects.getFirst().county())
                .param("projects", projects.stream().map(Project::id).toArray(UUID[]::new))
                .query((row, _) ->
                        new Row(
                                row.getObject("project_id", UUID.class),
                                new Milestone(
                                        row.getInt("position"),
                                        row.getString("name"),
                                        row.getInt("weight"),
                                        row.getObject("due", LocalDate.class),
                                        row.getObject("reached", LocalDate.class))))
                .list()
                .forEach(row ->
                        plans.computeIfAbsent(row.project(), _ -> new ArrayList<>())
                                .add(row.milestone()));
        return projects.stream()
                .map(each -> each.with(each.money(), plans.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** Writes the plan of a project in place of the one before. */
    void replace(Project project) {
        db.sql("delete from ledger.milestone where county = :county and project_id = :project")
                .param("county", project.county())
                .param("project", project.id())
                .update();
        var plan = project.milestones();
        db.sql(
                        """
                        insert into ledger.milestone (county, project_id, position, name, weight, due, reached)
                        select :county, :project, plan.position, plan.name, plan.weight, plan.due, plan.reached
                        from unnest(:positions, :names, :weights, cast(:dues as date[]), cast(:reached as date[]))
                            as plan (position, name, weight, due, reached)
                        """)
                .param("county", project.county())
                .param("project", project.id())
                .param("positions", plan.stream().map(Milestone::position).toArray(Integer[]::new))
                .param("names", plan.stream().map(Milestone::name).toArray(String[]::new))
                .param("weights", plan.stream().map(Milestone::weight).toArray(Integer[]::new))
                .param(
                        "dues",
                        plan.stream().map(each -> each.due().toString()).toArray(String[]::new))
                .param(
                        "reached",
                        plan.stream()
                                .map(each -> Objects.toString(each.reached(), null))
                                .toArray(String[]::new))
                .update();
    }
}
