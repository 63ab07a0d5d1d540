package wanhu.matter;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Ladder;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;
import wanhu.promise.Clocks;

/**
 * Registers reports, one or many: the one way in which a matter begins, so that an imported matter
 * has the number, the clock, the line and the fact that any other has. Few statements however many
 * there are.
 */
@Component
class Registrar {
    private final MatterStore store;
    private final StepStore steps;
    private final RequesterStore requesters;
    private final Receipts receipts;
    private final Clocks clocks;
    private final LimitBook limits;
    private final Units units;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Registrar(
            MatterStore store,
            StepStore steps,
            RequesterStore requesters,
            Receipts receipts,
            Clocks clocks,
            LimitBook limits,
            Units units,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.steps = steps;
        this.requesters = requesters;
        this.receipts = receipts;
        this.clocks = clocks;
        this.limits = limits;
        this.units = units;
        this.clock = clock;
        this.facts = facts;
    }

    /** The receipts of those whose command is new, in their order; all of one county. */
    List<Receipt> register(@Nullable Actor staff, List<Report> reports) {
        return reports.isEmpty() ? List.of() : Wall.whole(() -> registered(staff, reports));
    }

    /** What is told goes to whom it is for, who need not be the one who writes it down. */
    private List<Receipt> registered(@Nullable Actor staff, List<Report> reports) {
        int county = reports.getFirst().county();
        var now = clock.instant();
        var fresh = fresh(county, reports, now);
        if (fresh.isEmpty()) {
            return List.of();
        }
        var matters = matters(county, fresh, now);
        var made = requesters.free(() -> made(fresh.values(), matters, now));
        var lines = new ArrayList<StepStore.Entry>();
        var each = matters.iterator();
        var requester = made.iterator();
        for (Report report : fresh.values()) {
            var by = by(staff, requester.next());
            lines.add(line(each.next(), by, report.happened(), now));
        }
        store.insert(matters);
        requesters.insert(made);
        steps.append(lines);
        matters.forEach(matter -> facts.publishEvent(new MatterReported(matter, now)));
        return made.stream().map(Receipts.Made::receipt).toList();
    }

    private List<Receipts.Made> made(
            Collection<Report> reports, List<Matter> matters, Instant now) {
        var made = new ArrayList<Receipts.Made>();
        var each = matters.iterator();
        for (Report report : reports) {
            made.add(receipts.make(each.next(), report.command(), report.contact(), now));
        }
        return made;
    }

    /** Those whose command is new, by the id that their matter will have. */
    private Map<UUID, Report> fresh(int county, List<Report> reports, Instant now) {
        var ids = new LinkedHashMap<UUID, UUID>();
        reports.forEach(report -> ids.putIfAbsent(report.command(), Ids.next()));
        var claimed = store.claim(county, ids, now);
        var fresh = new LinkedHashMap<UUID, Report>();
        for (Report report : reports) {
            var id = ids.get(report.command());
            if (id != null && claimed.contains(report.command())) {
                fresh.putIfAbsent(id, report);
            }
        }
        return fresh;
    }

    private List<Matter> matters(int county, Map<UUID, Report> fresh, Instant now) {
        var term = limits.limits(county, now).term(ClockKind.ADMIT);
        var start = new ClockChange.Start(ClockKind.ADMIT, term);
        var due = clocks.startAll(county, List.copyOf(fresh.keySet()), start, now);
        var times = Matter.Times.begun(due, now);
        var tree = units.tree(county);
        var day = Zones.day(now);
        int number = store.lastNumber(county, day, fresh.size()) - fresh.size();
        var matters = new ArrayList<Matter>();
        for (Map.Entry<UUID, Report> each : fresh.entrySet()) {
            number++;
            var text = "%06d-%s-%04d".formatted(county, day.toString().replace("-", ""), number);
            var report = each.getValue();
            matters.add(
                    Matter.begun(
                            new Matter.Name(county, each.getKey(), text),
                            about(report, tree),
                            holder(report, tree),
                            times));
        }
        return matters;
    }

    private static Matter.About about(Report report, Tree tree) {
        var place =
                tree.find(report.place())
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.INVALID, "matter.refused.place-unknown"));
        var content = report.content();
        return new Matter.About(
                content.kind(),
                content.category(),
                content.channel(),
                content.danger(),
                content.title(),
                content.body(),
                place.id(),
                place.path(),
                report.placeNote(),
                privacy(report, Accused.of(tree, report)));
    }

    private static Hold holder(Report report, Tree tree) {
        var accused = Accused.of(tree, report);
        if (accused.isPresent()) {
            return Accused.receiver(tree, report, accused.get());
        }
        var receiver = report.receiver();
        return receiver == null ? Ladder.first(tree, report.place()) : Hold.of(tree, receiver);
    }

    private static Matter.Privacy privacy(Report report, Optional<Unit> accused) {
        var contact = report.contact();
        boolean secret = contact.secret() || report.content().kind() == Kind.REPORT;
        return new Matter.Privacy(
                contact.anonymous(),
                secret,
                contact.publishable() && !secret,
                accused.map(Unit::path).orElse(null));
    }

    private static By by(@Nullable Actor staff, Receipts.Made made) {
        var requester = made.requester().id();
        return staff == null ? new By.Requester(requester) : new By.OnBehalf(staff, requester);
    }

    private static StepStore.Entry line(Matter matter, By by, Instant told, Instant now) {
        var happened = told.isAfter(now) ? now : told;
        return new StepStore.Entry(
                matter, matter, new Step.Register(), by, happened, now, null, null);
    }
}
