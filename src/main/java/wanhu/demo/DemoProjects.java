package wanhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.ledger.Act;
import wanhu.ledger.Milestone;
import wanhu.ledger.Project;
import wanhu.ledger.Projects;
import wanhu.ledger.Taking;
import wanhu.ledger.Wish;

/** A few invented livelihood projects, each as far as its line says. */
@Component
class DemoProjects {
    private static final int WORDS = 2;
    private static final int QUARTER = 25;
    private static final int DEPARTMENT = 9;
    private static final int FAR = 10;

    /** How far a project that was done has come; the steps that it took. */
    private static final int DONE = 4;

    private static final int FINISHED = 5;

    /** How many days before the end something happened: from the proposal to the strike-off. */
    private static final int[] DAYS_BEFORE = {100, 92, 80, 60, 18, 12, 7, 4};

    /** So many of them came out of a matter. */
    private static final int FROM_MATTERS = 3;

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Projects projects;
    private final Clock clock;
    private final String[] milestones = DemoTable.rows("words.tsv").get(WORDS);
    private final String[] said = DemoTable.rows("words.tsv").get(WORDS + 2);

    DemoProjects(DemoCounty county, DemoStaff staff, Projects projects, Clock clock) {
        this.county = county;
        this.staff = staff;
        this.projects = projects;
        this.clock = clock;
    }

    /** Enters what happened to each project until an instant. */
    void enter(DemoQueue queue, Instant end, DemoPlay play) {
        var rows = DemoTable.rows("projects.tsv");
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var wished = at < FROM_MATTERS;
            var number = new ArrayList<String>(1);
            add(queue, end, 0, () -> number.add(propose(row, end, wished ? play : null)));
            carry(Integer.parseInt(row[FAR]))
                    .forEach((step, act) ->
                            add(queue, end, step, () -> take(row, number.getFirst(), act)));
        }
    }

    private static void add(DemoQueue queue, Instant end, int step, Runnable act) {
        queue.add(end.minus(Duration.ofDays(DAYS_BEFORE[step])), act);
    }

    private Actor office() {
        return staff.actor(Role.COUNTY_CLERK, county.tree().root().orElseThrow());
    }

    private String propose(String[] row, Instant end, @Nullable DemoPlay play) {
        var department = county.department(row[DEPARTMENT]);
        var matter = Optional.ofNullable(play).flatMap(each -> each.owned(department));
        var villages = county.workingVillages();
        var village = villages.get(Integer.parseInt(row[0]) % villages.size());
        var place = matter.map(each -> each.about().placeUnit()).orElse(village.id());
        var wish = wish(row, Zones.day(end), place);
        return matter.map(each -> projects.fromMatter(office(), Ids.next(), each.number(), wish))
                .orElseGet(() -> projects.propose(office(), Ids.next(), wish))
                .number();
    }

    private Wish wish(String[] row, LocalDate today, UUID place) {
        var deadline = today.plusDays(Long.parseLong(row[6]));
        var reach = new Project.Reach(Integer.parseInt(row[7]), 0, Integer.parseInt(row[8]));
        var boss = staff.actor(Role.LEADER, county.tree().root().orElseThrow());
        var leader = new Project.Leader(boss.post(), boss.unit(), boss.name(), boss.title());
        return new Wish(
                row[1],
                row[2],
                deadline.getYear(),
                place,
                county.department(row[DEPARTMENT]).id(),
                List.of(),
                leader,
                Fen.ofYuan(row[3]),
                row[4],
                new Project.Promise(row[5], deadline, reach),
                plan(deadline));
    }

    private List<Milestone> plan(LocalDate deadline) {
        return List.of(
                new Milestone(1, milestones[0], QUARTER, deadline.minusDays(75), null),
                new Milestone(2, milestones[1], QUARTER, deadline.minusDays(50), null),
                new Milestone(3, milestones[2], QUARTER, deadline.minusDays(20), null),
                new Milestone(4, milestones[3], QUARTER, deadline, null));
    }

    /** What happened to a project that came so far, by step. */
    private Map<Integer, Supplier<Act>> carry(int far) {
        var basis = DemoTable.rows("words.tsv").get(WORDS + 1)[0];
        var all = new TreeMap<Integer, Supplier<Act>>();
        all.put(1, () -> new Act.Choose(basis));
        all.put(2, () -> new Act.Start(said[0]));
        all.put(3, () -> report(said[1], Set.of(1), "20000"));
        all.put(4, () -> report(said[2], Set.of(2, 3, 4), "10000"));
        all.put(5, () -> new Act.Finish(said[2]));
        all.put(6, () -> new Act.Check(40, 38, said[3]));
        all.put(7, () -> new Act.StrikeOff(said[2]));
        int last = far < DONE ? far : far == DONE ? FINISHED : all.size();
        return all.headMap(last, true);
    }

    private Act report(String text, Set<Integer> reached, String yuan) {
        return new Act.Report(text, true, reached, Fen.ofYuan(yuan), Zones.day(clock.instant()));
    }

    private void take(String[] row, String number, Supplier<Act> act) {
        var wanted = act.get();
        var actor =
                switch (wanted) {
                    case Act.Choose _, Act.Check _, Act.StrikeOff _ -> office();
                    case Act _ ->
                            staff.actor(Role.DEPARTMENT_CLERK, county.department(row[DEPARTMENT]));
                };
        int version = projects.get(office(), number).version();
        projects.take(actor, new Taking(number, version, Ids.next(), wanted));
    }
}
