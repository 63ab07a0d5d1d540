package wanhu.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.life.Matter;
import wanhu.matter.Matters;

/**
 * The door to livelihood projects: one act, one transaction; lock, decide, write, tell. The lists
 * stand in {@link ProjectLists}.
 */
@Service
public class Projects {
    /** Most matters that lead to one project, and most projects to which one matter leads. */
    static final int MATTERS_MAX = 200;

    private final ProjectStore store;
    private final HistoryStore events;
    private final ProjectPlans plans;
    private final ProjectNews told;
    private final ProjectRatings ratings;
    private final Matters matters;
    private final Audit audit;
    private final Clock clock;

    Projects(
            ProjectStore store,
            HistoryStore events,
            ProjectPlans plans,
            ProjectNews told,
            ProjectRatings ratings,
            Matters matters,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.plans = plans;
        this.told = told;
        this.ratings = ratings;
        this.matters = matters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes a project from the plan of a year.
     *
     * @param command made by the client; the same twice is one project
     * @throws Refused FORBIDDEN when the place is not the actor's, RULE or INVALID when a unit does
     *     not fit
     */
    @Transactional
    public Project propose(Actor actor, UUID command, Wish wish) {
        return propose(actor, command, wish, null);
    }

    /**
     * Proposes a project out of a resident's matter, which its timeline says from now on.
     *
     * @throws Refused as {@link #propose(Actor, UUID, Wish)}; MISSING when the actor does not see
     *     the matter, CONFLICT when a project that has not ended came from it already
     */
    @Transactional
    public Project fromMatter(Actor actor, UUID command, String matterNumber, Wish wish) {
        return propose(actor, command, wish, matters.get(actor, matterNumber));
    }

    private Project propose(Actor actor, UUID command, Wish wish, @Nullable Matter matter) {
        Refused.unless(Kind.FORBIDDEN, actor.is(officers()), "ledger.refused.propose");
        var now = clock.instant();
        var id = Ids.next();
        if (!store.claim(actor.county(), command, id, now)) {
            return again(actor, command);
        }
        if (matter != null) {
            refuseSecond(matter);
        }
        var draft = plans.draft(actor, wish, matter != null, new ProjectPlans.Birth(id, now));
        var project = draft.numbered(store.nextNumber(actor.county(), wish.year()));
        store.insert(project);
        events.append(entry(project, project, new Act.Propose(), actor));
        record(actor, project, new Act.Propose());
        if (matter != null) {
            store.link(project, matter.id(), now);
            told.linked(project, matter.id());
        }
        return project;
    }

    private void refuseSecond(Matter matter) {
        store.ofMatter(matter.county(), matter.id()).stream()
                .filter(each -> !each.phase().ended())
                .findFirst()
                .ifPresent(each -> {
                    throw new Refused(Kind.CONFLICT, "ledger.refused.linked", each.number());
                });
    }

    private Project again(Actor actor, UUID command) {
        var number =
                store.ledTo(actor.county(), command)
                        .orElseThrow(() -> new Refused(Kind.CONFLICT, "ledger.refused.command"));
        return get(actor, number);
    }

    /**
     * Acts on a project.
     *
     * @return the project after it; for a repeated command as it stands
     * @throws Refused MISSING when there is none for this actor, CONFLICT when somebody was faster
     *     or the phase does not allow it, FORBIDDEN, RULE or INVALID as {@link Decision} says
     */
    @Transactional
    public Project take(Actor actor, Taking taking) {
        var before =
                store.lock(actor.county(), taking.number())
                        .filter(each -> Hand.sees(actor, each))
                        .orElseThrow(Projects::missing);
        var now = clock.instant();
        if (!store.claim(actor.county(), taking.command(), before.id(), now)) {
            return before;
        }
        Refused.unless(
                Kind.CONFLICT,
                taking.version() == before.version(),
                "ledger.refused.stale",
                before.number());
        var act = taking.act();
        if (act instanceof Act.Link link) {
            link(actor, before, link, now);
        }
        var after = Decision.next(before, act, ground(actor, before, act, now)).counted();
        store.update(after);
        events.append(entry(before, after, act, actor));
        record(actor, after, act);
        told.happened(before, after, act, now);
        return after;
    }

    private void record(Actor actor, Project after, Act act) {
        audit.record(
                actor,
                wanhu.base.Act.of(Verb.PROJECT_STEP, after.id())
                        .with("step", act.name())
                        .with("phase", after.phase()));
    }

    private void link(Actor actor, Project project, Act.Link link, Instant now) {
        var matter = matters.get(actor, link.matter());
        refuseSecond(matter);
        store.link(project, matter.id(), now);
        told.linked(project, matter.id());
    }

    private Ground ground(Actor actor, Project before, Act act, Instant now) {
        var leader = new Project.Leader(actor.post(), actor.unit(), actor.name(), actor.title());
        var amended = act instanceof Act.Amend amend ? plans.amended(before, amend.wish()) : null;
        int heard = act instanceof Act.StrikeOff ? ratings.heard(before) : 0;
        return new Ground(now, Hand.of(actor, before), leader, heard, amended);
    }

    /** One of those who asked for it has rated: the project counts as rated. */
    @Transactional
    void hear(int county, UUID matter) {
        for (Project seen : store.ofMatter(county, matter)) {
            if (seen.phase() == Phase.DONE) {
                var before = store.lock(county, seen.number()).orElseThrow();
                if (before.phase() == Phase.DONE) {
                    var ground = new Ground(clock.instant(), Set.of(Hand.SYSTEM), null, 1, null);
                    var after = Decision.next(before, new Act.Hear(), ground).counted();
                    store.update(after);
                    events.append(entry(before, after, new Act.Hear(), null));
                }
            }
        }
    }

    /** A matter went on in another one: so do its projects. */
    @Transactional
    void follow(int county, UUID from, UUID into) {
        store.ofMatter(county, from).forEach(project -> store.link(project, into, clock.instant()));
    }

    private HistoryStore.Entry entry(
            Project before, Project after, Act act, @Nullable Actor actor) {
        var now = clock.instant();
        var said = Said.of(act, before, Zones.day(now));
        var line =
                act instanceof Act.Amend ? said.saying(plans.changes(before, after, said)) : said;
        return new HistoryStore.Entry(before.phase(), after, act, actor, line, now);
    }

    /** The project with that number, for staff who may see it. */
    @Transactional(readOnly = true)
    public Project get(Actor actor, String number) {
        return store.find(actor.county(), number)
                .filter(each -> Hand.sees(actor, each))
                .orElseThrow(Projects::missing);
    }

    /** The project with that number when it was promised in public. */
    @Transactional(readOnly = true)
    public Project open(int county, String number) {
        return store.find(county, number).filter(Project::published).orElseThrow(Projects::missing);
    }

    /** Projects to which a matter led, newest first; for a page that may show the matter. */
    @Transactional(readOnly = true)
    public List<Project> ofMatter(int county, UUID matter) {
        return store.ofMatter(county, matter);
    }

    /** The history, newest first. */
    @Transactional(readOnly = true)
    public List<Event> events(Project project) {
        return events.of(project);
    }

    /** The matters that led to it. */
    @Transactional(readOnly = true)
    public List<UUID> matters(Project project) {
        return store.matters(project);
    }

    /**
     * ProjectNames of the acts that the actor may take on the project now, in the order of the
     * table.
     */
    public Set<String> allowed(Actor actor, Project project) {
        var hands = Hand.of(actor, project);
        var allowed = new LinkedHashSet<String>();
        Life.TABLE.stream()
                .filter(line -> line.from().contains(project.phase()))
                .filter(line -> line.hands().stream().anyMatch(hands::contains))
                .forEach(line -> allowed.add(line.act().getSimpleName()));
        return allowed;
    }

    /** The roles that may propose. */
    static Role[] officers() {
        return new Role[] {
            Role.VILLAGE_CLERK,
            Role.TOWNSHIP_CLERK,
            Role.COUNTY_CLERK,
            Role.DEPARTMENT_CLERK,
            Role.LEADER
        };
    }

    static Refused missing() {
        return new Refused(Kind.MISSING, "ledger.refused.missing");
    }
}
