package wanhu.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Actor;
import wanhu.base.Zones;
import wanhu.bench.Press;
import wanhu.bench.Seeded;
import wanhu.life.By;
import wanhu.life.Decision;
import wanhu.life.Ground;
import wanhu.life.Hands;
import wanhu.life.Hold;
import wanhu.life.Ladder;
import wanhu.life.Limits;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;
import wanhu.promise.Clocks;
import wanhu.promise.Timers;
import wanhu.vault.Origins;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/**
 * Lives invented matters in memory, one after the other: the product's own {@link Decision} decides
 * each step, its {@link Clocks} keep the promises, its stores make the rows, and a {@link Press} takes
 * them. No gate is asked and no fact is told: what follows a life in other rooms is folded from its
 * rows, as after a restoration.
 */
public final class Mill {
    private final MatterStore matters;
    private final StepStore steps;
    private final RequesterStore requesters;
    private final Receipts receipts;
    private final Vault vault;
    private final LimitBook book;
    private final Timers timers;
    private final Clocks clocks;
    private final Press press;
    private final Map<LocalDate, Limits> limits = new HashMap<>();
    private final Map<LocalDate, Integer> numbers = new HashMap<>();
    private final Set<Long> codes = new HashSet<>();
    private Tree tree;
    private Seeded ids = new Seeded(0);
    private Matter matter;
    private UUID requester;
    private Instant changed = Instant.EPOCH;

    /** On the rules and keys of a running product. */
    public Mill(ApplicationContext product, Press press) {
        matters = new MatterStore(press.client(), press.batch());
        steps =
                new StepStore(
                        press.client(),
                        press.batch(),
                        product.getBean(JsonMapper.class),
                        product.getBean(Origins.class));
        requesters = new RequesterStore(press.client(), press.batch());
        receipts = product.getBean(Receipts.class);
        vault = product.getBean(Vault.class);
        book = product.getBean(LimitBook.class);
        timers = Timers.of(product);
        clocks = timers.clocks();
        this.press = press;
    }

    /** From now on in another county. */
    public void enter(Tree county) {
        tree = county;
        limits.clear();
        numbers.clear();
    }

    /**
     * A matter is told.
     *
     * @param seed of all ids of its life
     * @param contact whether name and phone are still kept
     */
    public Receipt begin(long seed, @Nullable Actor staff, Report report, Instant now, boolean contact) {
        ids = new Seeded(seed);
        timers.begin();
        int county = report.county();
        var id = ids.at(now);
        var day = Zones.day(now);
        var term = limits(county, now).term(ClockKind.ADMIT);
        var due = clocks.startAll(county, List.of(id), new ClockChange.Start(ClockKind.ADMIT, term), now);
        var number =
                "%06d-%s-%04d".formatted(county, day.toString().replace("-", ""), numbers.merge(day, 1, Integer::sum));
        matter =
                Matter.begun(
                        new Matter.Name(county, id, number), about(report), holder(report), Matter.Times.begun(due, now));
        matters.insert(List.of(matter));
        press.last("matter.matter").put("words_unit", null);
        var command = ids.at(now);
        claim(command, now);
        var receipt = ask(command, contact ? report.contact() : bare(report.contact()), now);
        var by = staff == null ? new By.Requester(requester) : new By.OnBehalf(staff, requester);
        append(new StepStore.Entry(matter, matter, new Step.Register(), by, now, now, null, null));
        changed = now;
        return receipt;
    }

    private Matter.About about(Report report) {
        var place = tree.get(report.place());
        var accused = Accused.of(tree, report);
        var content = report.content();
        var contact = report.contact();
        boolean secret = contact.secret() || accused.isPresent();
        var privacy =
                new Matter.Privacy(
                        contact.anonymous(),
                        secret,
                        contact.publishable() && !secret,
                        accused.map(Unit::path).orElse(null));
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
                privacy);
    }

    private Hold holder(Report report) {
        return Accused.of(tree, report)
                .map(accused -> Accused.receiver(tree, report, accused))
                .orElseGet(() -> Ladder.first(tree, report.place()));
    }

    /** What the retention rule leaves. */
    private static Report.Contact bare(Report.Contact contact) {
        return new Report.Contact(
                null, null, contact.anonymous(), contact.secret(), contact.publishable(), false);
    }

    private void claim(UUID command, Instant now) {
        var row = press.row("matter.command");
        row.put("county", matter.county());
        row.put("id", command);
        row.put("matter_id", matter.id());
        row.put("at", now);
    }

    private Receipt ask(UUID command, Report.Contact contact, Instant now) {
        requester = coded(now);
        var name = contact.name();
        var phone = contact.phone() == null ? null : Phone.of(contact.phone()).digits();
        var sealed =
                new Requester(
                        matter.county(),
                        requester,
                        matter.id(),
                        matter.id(),
                        name == null ? null : vault.seal(Receipts.NAME, requester, name),
                        phone == null ? null : vault.seal(Receipts.PHONE, requester, phone),
                        contact.wantsNews(),
                        now,
                        null,
                        contact.care());
        var receipt = new Receipt(matter.id(), matter.number(), requester, receipts.code(requester));
        requesters.insert(
                List.of(
                        new Receipts.Made(
                                sealed,
                                receipt,
                                command,
                                receipts.index(receipt.code()),
                                phone == null ? null : vault.index(Receipts.PHONE, phone),
                                name == null ? null : vault.index(Receipts.NAME, name))));
        var row = press.last("matter.requester");
        row.put("grade", null);
        row.put("grade_note", "");
        row.put("solved", null);
        row.put("rated_at", null);
        return receipt;
    }

    /** Whose code nobody has, as the product makes sure. */
    private UUID coded(Instant now) {
        var id = ids.at(now);
        while (!codes.add(Long.valueOf(receipts.code(id)))) {
            id = ids.at(now);
        }
        return id;
    }

    /** The matter as it stands now. */
    public Matter matter() {
        return matter;
    }

    /** What the database does with a step that gives the matter to a unit from elsewhere. */
    private void sign(@Nullable UUID unit) {
        if (unit != null) {
            press.last("matter.matter").put("words_unit", unit);
            press.last("matter.words")
                    .compute(
                            "keys",
                            (_, keys) ->
                                    IntStream.concat(IntStream.of((int[]) keys), IntStream.of(Signs.work(unit)))
                                            .distinct()
                                            .toArray());
        }
    }

    /** Another resident has the same. */
    public Receipt join(Report.Contact contact, Instant now) {
        var first = requester;
        var command = ids.at(now);
        claim(command, now);
        var receipt = ask(command, contact, now);
        take(new By.Requester(requester), new Step.Join(), now);
        requester = first;
        return receipt;
    }

    /** Somebody takes a step; as refused as the product refuses it. */
    public void take(By by, Step step, Instant now) {
        var holder = matter.parties().holder();
        var ground =
                new Ground(
                        now,
                        Hands.of(by, matter, false),
                        limits(matter.county(), now),
                        Ladder.above(tree, holder),
                        Ladder.below(tree, holder, matter.about().placeUnit()),
                        by.person());
        var outcome = Decision.next(matter, step, ground);
        var due = clocks.apply(matter.county(), matter.id(), outcome.clocks(), now);
        var after = outcome.matter().recorded(due, now);
        var command = by instanceof By.Rule ? null : ids.at(now);
        append(new StepStore.Entry(matter, after, step, by, now, now, null, command));
        if (step instanceof Step.Rate rating) {
            requesters.rate(matter.county(), requester, rating, now);
        }
        matter = after;
        changed = now;
    }

    private void append(StepStore.Entry entry) {
        steps.append(List.of(entry));
        var row = press.last("matter.step");
        row.put("id", ids.at(entry.recorded()));
        row.put("salt", ids.any());
    }

    /** The system reminds of what has run until a moment. */
    public void remind(Instant until) {
        for (var next = timers.reached(matter.county(), until);
                next.isPresent();
                next = timers.reached(matter.county(), until)) {
            var reached = next.get();
            if (matter.open()) {
                take(new By.Rule("chase"), new Step.Chase(reached.kind(), reached.percent()), reached.at());
            }
        }
    }

    /** The life is told as far as it has come. */
    public void end() {
        matters.update(matter, changed);
        sign(OwnWork.unit(matter));
        timers.press(press, matter.county(), matter.id(), () -> ids.at(changed));
        press.end();
    }

    /** Until which number each day has come. */
    public void count() {
        for (var day : numbers.keySet().stream().sorted().toList()) {
            var row = press.row("matter.counter");
            row.put("county", tree.county());
            row.put("day", day);
            row.put("last", numbers.get(day));
        }
        press.end();
    }

    private Limits limits(int county, Instant now) {
        return limits.computeIfAbsent(Zones.day(now), _ -> book.limits(county, now));
    }
}
