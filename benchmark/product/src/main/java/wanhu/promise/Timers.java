package wanhu.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import wanhu.bench.Press;
import wanhu.calendar.Term;

/**
 * The clocks of one invented life, kept in memory instead of in their table: the product's own
 * {@link Clocks} and {@link Dating} work on them, and at the end of the life their rows are pressed.
 */
public final class Timers extends ClockStore {
    private final Dating dating;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final List<Line> ledger = new ArrayList<>();
    private final Map<Rung, Instant> rungs = new LinkedHashMap<>();

    private static final class Kept {
        private RunningClock clock;
        private Dated dated;
        private @Nullable Instant stopped;
        private boolean inTime;

        Kept(Dated dated) {
            this.clock = dated.clock();
            this.dated = dated;
        }
    }

    private record Line(UUID clock, String kind, Instant from, @Nullable Instant until, @Nullable Term term, String cause) {}

    private record Rung(UUID clock, int percent) {}

    /** A part of a promise's time that has run. */
    public record Reached(ClockKind kind, int percent, Instant at) {}

    private Timers(Dating dating) {
        super(null);
        this.dating = dating;
    }

    /** Clocks that are dated as the product dates them. */
    public static Timers of(ApplicationContext product) {
        return new Timers(product.getBean(Dating.class));
    }

    /** The product's door, on these clocks. */
    public Clocks clocks() {
        return new Clocks(this, dating);
    }

    /** Another life begins. */
    public void begin() {
        kept.clear();
        ledger.clear();
        rungs.clear();
    }

    /** What somebody is reminded of next until a moment; it is claimed with that. */
    public Optional<Reached> reached(int county, Instant until) {
        Reached first = null;
        Rung claimed = null;
        for (var each : kept.values()) {
            if (each.stopped != null || each.clock.paused()) {
                continue;
            }
            var derived = each.dated.derived();
            var shares = each.dated.shares();
            var parts = new LinkedHashMap<Integer, Instant>();
            parts.put(shares.first(), derived.halfAt());
            parts.put(shares.second(), derived.warnAt());
            parts.put(100, derived.dueAt());
            for (var part : parts.entrySet()) {
                var rung = new Rung(each.clock.id(), part.getKey());
                var at = part.getValue();
                if (!at.isAfter(until) && !rungs.containsKey(rung) && (first == null || at.isBefore(first.at()))) {
                    first = new Reached(each.clock.kind(), part.getKey(), at);
                    claimed = rung;
                }
            }
        }
        if (first != null) {
            rungs.put(claimed, first.at());
            var clock = kept.get(claimed.clock());
            clock.dated = dating.of(county, clock.clock, first.at());
        }
        return Optional.ofNullable(first);
    }

    /** Writes the rows of the life. */
    public void press(Press press, int county, UUID subject, Supplier<UUID> ids) {
        var names = new HashMap<UUID, UUID>();
        for (var each : kept.values()) {
            var clock = each.clock;
            var derived = each.dated.derived();
            var row = press.row("promise.clock");
            names.put(clock.id(), ids.get());
            row.put("county", county);
            row.put("id", names.get(clock.id()));
            row.put("subject_id", subject);
            row.put("kind", clock.kind());
            row.put("started_at", clock.started());
            row.put("term", clock.term());
            row.put("last_day", clock.lastDay());
            row.put("calendar", each.dated.calendar());
            row.put("due_at", derived.dueAt());
            row.put("warn_at", derived.warnAt());
            row.put("next_check", each.stopped == null ? derived.nextCheck() : null);
            row.put("paused_at", pausedAt(clock));
            row.put("stopped_at", each.stopped);
            row.put("in_time", each.stopped == null ? null : each.inTime);
        }
        for (var line : ledger) {
            var row = press.row("promise.entry");
            row.put("county", county);
            row.put("id", ids.get());
            row.put("clock_id", names.get(line.clock()));
            row.put("kind", line.kind());
            row.put("from_at", line.from());
            row.put("until_at", line.until());
            row.put("term", line.term());
            row.put("cause", line.cause());
        }
        rungs.forEach((rung, at) -> {
            var row = press.row("promise.rung");
            row.put("county", county);
            row.put("clock_id", names.get(rung.clock()));
            row.put("percent", rung.percent());
            row.put("claimed_at", at);
        });
    }

    private static @Nullable Instant pausedAt(RunningClock clock) {
        return clock.suspensions().stream()
                .filter(each -> each.until() == null)
                .map(each -> each.from())
                .findFirst()
                .orElse(null);
    }

    @Override
    Map<ClockKind, RunningClock> running(int county, UUID subject) {
        var running = new HashMap<ClockKind, RunningClock>();
        for (var each : kept.values()) {
            if (each.stopped == null) {
                running.put(each.clock.kind(), each.clock);
            }
        }
        return running;
    }

    @Override
    void turn(int county, UUID subject, Turn turn) {
        for (var id : turn.stopped()) {
            var clock = kept.get(id);
            var paused = pausedAt(clock.clock);
            clock.stopped = turn.now();
            clock.inTime = (paused == null ? turn.now() : paused).isBefore(clock.dated.derived().dueAt());
        }
        turn.started().forEach(each -> kept.put(each.clock().id(), new Kept(each)));
    }

    @Override
    void insert(int county, List<UUID> subjects, Dated dated) {
        kept.put(dated.clock().id(), new Kept(dated));
    }

    @Override
    void date(int county, Dated dated) {
        var clock = kept.get(dated.clock().id());
        clock.clock = dated.clock();
        clock.dated = dated;
    }

    @Override
    void pause(int county, UUID clock, Instant now, String cause) {
        ledger.add(new Line(clock, "PAUSE", now, null, null, cause));
    }

    @Override
    void resume(int county, UUID clock, Instant now) {
        ledger.replaceAll(line ->
                line.clock().equals(clock) && line.kind().equals("PAUSE") && line.until() == null
                        ? new Line(clock, "PAUSE", line.from(), now, null, line.cause())
                        : line);
    }

    @Override
    void extend(int county, UUID clock, Term term, Instant now) {
        ledger.add(new Line(clock, "EXTEND", now, null, term, "GrantExtension"));
    }

    @Override
    void retime(int county, RunningClock clock, Term term, Instant now) {
        ledger.add(new Line(clock.id(), "RETIME", now, null, clock.term(), "Sort"));
    }

    @Override
    boolean claimRung(int county, UUID clock, int percent, Instant now) {
        return rungs.putIfAbsent(new Rung(clock, percent), now) == null;
    }
}
