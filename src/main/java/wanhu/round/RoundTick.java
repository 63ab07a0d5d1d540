package wanhu.round;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.AfterClockMoved;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * Opens the meetings of each week and month, freezes their lists at the cut-off, and tells the
 * level above what was not held in time. It may come late, twice, or on another node: each meeting
 * is a unique row, and what happens to it happens under its lock.
 */
@Component
class RoundTick implements AfterClockMoved {
    /** Periods that are made up for after the product stood still: a year of weeks. */
    private static final int CATCH_UP_PERIODS_MAX = 53;

    private static final UUID FIRST = new UUID(0, 0);

    private final RoundStore rounds;
    private final RoundList lists;
    private final Kinds kinds;
    private final Windows windows;
    private final Agenda agenda;
    private final Reminders reminders;
    private final Units units;
    private final Laws laws;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    RoundTick(
            RoundStore rounds,
            RoundList lists,
            Kinds kinds,
            Windows windows,
            Agenda agenda,
            Reminders reminders,
            Units units,
            Laws laws,
            Clock clock,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.lists = lists;
        this.kinds = kinds;
        this.windows = windows;
        this.agenda = agenda;
        this.reminders = reminders;
        this.units = units;
        this.laws = laws;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What this node has opened last of a kind: asked again only when something of it changes. */
    private record Opened(Tree tree, String period, int version, int times) {}

    @Override
    public void clockMoved() {
        run();
    }

    /** Every minute, and when the clock of a demonstration was moved. */
    @Scheduled(
            fixedDelayString = "${wanhu.round-tick:PT1M}",
            initialDelayString = "${wanhu.round-tick:PT20S}")
    void run() {
        run(units.counties());
    }

    /** Opens the meetings of these counties; freezes and reminds of all that are open. */
    void run(List<Integer> counties) {
        var now = clock.instant();
        var failures = new ArrayList<RuntimeException>();
        counties.forEach(county -> attempt(failures, () -> openAll(county, now)));
        each(
                now,
                new Queue(lists::toFreeze, Round::freezes),
                failures,
                round -> freeze(round, now));
        each(
                now,
                new Queue(lists::toPrompt, Round::due),
                failures,
                round -> reminders.remind(round, now));
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    failures.size() + " meetings could not be kept", failures.getFirst());
        }
    }

    private void openAll(int county, Instant now) {
        var tree = units.tree(county);
        for (RoundKind kind : kinds.active(county, Zones.day(now))) {
            if (kind.dates().cadence() != Cadence.NONE) {
                openKind(tree, kind, now);
            }
        }
    }

    private void openKind(Tree tree, RoundKind kind, Instant now) {
        int county = tree.county();
        var window = windows.at(county, kind, now);
        int times =
                kind.dates().cadence() == Cadence.WEEKLY
                        ? laws.number(county, RuleKey.WEEKLY_MEETINGS, Zones.day(now))
                        : 1;
        var wanted = new Opened(tree, window.period(), kind.version(), times);
        var key = county + " " + kind.code();
        if (wanted.equals(opened.get(key))) {
            return;
        }
        var bodies = bodies(tree, kind);
        var due = missed(county, kind, window);
        due.add(window);
        transaction.executeWithoutResult(_ ->
                due.stream()
                        .flatMap(each -> turns(kind, each, times))
                        .forEach(turn -> rounds.open(county, turn, bodies)));
        opened.put(key, wanted);
    }

    private static Stream<Turn> turns(RoundKind kind, Window window, int times) {
        return IntStream.rangeClosed(1, times).mapToObj(each -> new Turn(kind, window, each));
    }

    /** The periods between the last one that is known and this one. */
    private List<Window> missed(int county, RoundKind kind, Window current) {
        var missed = new ArrayList<Window>();
        var next = rounds.lastUntil(county, kind.code()).orElse(current.from());
        while (next.isBefore(current.from()) && missed.size() < CATCH_UP_PERIODS_MAX) {
            var window = windows.at(county, kind, next);
            missed.add(window);
            next = window.until();
        }
        return missed;
    }

    private static List<Unit> bodies(Tree tree, RoundKind kind) {
        return tree.root()
                .map(root -> tree.territories(root.path(), kind.level()))
                .orElse(List.of());
    }

    private void freeze(Round round, Instant now) {
        rounds.lock(round.county(), round.id())
                .filter(each -> each.state() == RoundState.OPEN)
                .ifPresent(each -> agenda.freeze(each, now));
    }

    /** Reads one piece of a list after the other. */
    private interface Reader {
        List<Round> read(Instant now, Instant after, UUID afterId);
    }

    /** When a meeting stands in such a list. */
    private interface Place {
        @org.jspecify.annotations.Nullable
        Instant at(Round round);
    }

    /** Meetings whose time has come. */
    private record Queue(Reader reader, Place place) {}

    private void each(
            Instant now, Queue queue, List<RuntimeException> failures, Consumer<Round> act) {
        var rows = queue.reader().read(now, Instant.EPOCH, FIRST);
        while (!rows.isEmpty()) {
            for (Round round : rows) {
                attempt(failures, () -> transaction.executeWithoutResult(_ -> act.accept(round)));
            }
            var last = rows.getLast();
            var at = queue.place().at(last);
            rows = at == null ? List.of() : queue.reader().read(now, at, last.id());
        }
    }

    /** One that fails does not stop the others. */
    private static void attempt(List<RuntimeException> failures, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }
}
