package wanhu.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.ledger.Act;
import wanhu.ledger.Milestone;
import wanhu.ledger.Project;
import wanhu.ledger.Projects;
import wanhu.ledger.Taking;
import wanhu.ledger.Wish;
import wanhu.org.Unit;

/** A few invented livelihood projects, each as far as its line says. */
@Component
class DemoProjects {
    private static final int WORDS = 2;
    private static final int QUARTER = 25;

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Projects projects;
    private final String[] milestones = DemoTable.rows("words.tsv").get(WORDS);
    private final String[] said = DemoTable.rows("words.tsv").get(WORDS + 2);

    DemoProjects(DemoCounty county, DemoStaff staff, Projects projects) {
        this.county = county;
        this.staff = staff;
        this.projects = projects;
    }

    void play(LocalDate today) {
        for (String[] row : DemoTable.rows("projects.tsv")) {
            carry(Integer.parseInt(row[10]), propose(row, today), county.department(row[9]), today);
        }
    }

    private Actor office() {
        return staff.actor(Role.COUNTY_CLERK, county.tree().root().orElseThrow());
    }

    private Project propose(String[] row, LocalDate today) {
        var villages = county.workingVillages();
        var village = villages.get(Integer.parseInt(row[0]) % villages.size());
        var deadline = today.plusDays(Long.parseLong(row[6]));
        var reach = new Project.Reach(Integer.parseInt(row[7]), 0, Integer.parseInt(row[8]));
        var boss = staff.actor(Role.LEADER, county.tree().root().orElseThrow());
        var leader = new Project.Leader(boss.post(), boss.unit(), boss.name(), boss.title());
        var wish =
                new Wish(
                        row[1],
                        row[2],
                        deadline.getYear(),
                        village.id(),
                        county.department(row[9]).id(),
                        List.of(),
                        leader,
                        Fen.ofYuan(row[3]),
                        row[4],
                        new Project.Promise(row[5], deadline, reach),
                        plan(deadline));
        return projects.propose(office(), Ids.next(), wish);
    }

    private List<Milestone> plan(LocalDate deadline) {
        return List.of(
                new Milestone(1, milestones[0], QUARTER, deadline.minusDays(75), null),
                new Milestone(2, milestones[1], QUARTER, deadline.minusDays(50), null),
                new Milestone(3, milestones[2], QUARTER, deadline.minusDays(20), null),
                new Milestone(4, milestones[3], QUARTER, deadline, null));
    }

    private void carry(int far, Project proposed, Unit department, LocalDate today) {
        var basis = DemoTable.rows("words.tsv").get(WORDS + 1)[0];
        var doer = staff.actor(Role.DEPARTMENT_CLERK, department);
        var project = proposed;
        project = far < 1 ? project : take(office(), project, new Act.Choose(basis));
        project = far < 2 ? project : take(doer, project, new Act.Start(said[0]));
        project =
                far < 3
                        ? project
                        : take(
                                doer,
                                project,
                                new Act.Report(
                                        said[1], true, Set.of(1), Fen.ofYuan("20000"), today));
        project =
                far < 4
                        ? project
                        : take(
                                doer,
                                project,
                                new Act.Report(
                                        said[2],
                                        true,
                                        Set.of(2, 3, 4),
                                        Fen.ofYuan("10000"),
                                        today));
        project = far < 4 ? project : take(doer, project, new Act.Finish(said[2]));
        project = far < 5 ? project : take(office(), project, new Act.Check(40, 38, said[3]));
        if (far >= 5) {
            take(office(), project, new Act.StrikeOff(said[2]));
        }
    }

    private Project take(Actor actor, Project project, Act act) {
        UUID command = Ids.next();
        return projects.take(actor, new Taking(project.number(), project.version(), command, act));
    }
}
