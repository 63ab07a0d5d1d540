package wanhu.promise;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.calendar.Term;
import wanhu.promise.ClockChange.Extend;
import wanhu.promise.ClockChange.Pause;
import wanhu.promise.ClockChange.Resume;
import wanhu.promise.ClockChange.Retime;
import wanhu.promise.ClockChange.Start;
import wanhu.promise.ClockChange.StartUntil;
import wanhu.promise.ClockChange.Stop;

/** Carries out what steps do to clocks, and says which promise ends first. */
@Component
public class Clocks {
    private final ClockStore store;
    private final Dating dating;

    Clocks(ClockStore store, Dating dating) {
        this.store = store;
        this.dating = dating;
    }

    /** Carries out the changes on a subject's clocks and answers what is due next. */
    public Due apply(int county, UUID subject, List<ClockChange> changes, Instant now) {
        var site =
                new Site(
                        county,
                        subject,
                        now,
                        store.running(county, subject),
                        ClockStore.Turn.at(now));
        for (ClockChange change : changes) {
            carryOut(site, change);
        }
        write(site);
        return first(county, site.running(), now);
    }

    /**
     * Starts the same clock on many new subjects at once.
     *
     * @return what is due next for each of them
     */
    public Due startAll(int county, List<UUID> subjects, Start start, Instant now) {
        var clock = RunningClock.of(start.kind(), start.term(), now);
        var dated = dating.of(county, clock, now);
        store.insert(county, subjects, dated);
        return dated.due();
    }

    /**
     * Derives all instants of a subject's clocks anew, after the calendar changed; answers what is
     * due next.
     */
    public Due recompute(int county, UUID subject, Instant now) {
        var running = store.running(county, subject);
        running.values()
                .forEach(clock -> store.date(county, dating.of(county, clock, now).anew(now)));
        return first(county, running, now);
    }

    /** When one promise of a subject ends, exclusive; null when it does not run. */
    public @Nullable Instant due(int county, UUID subject, ClockKind kind, Instant now) {
        var clock = store.running(county, subject).get(kind);
        return clock == null ? null : dating.of(county, clock, now).promise().due();
    }

    /** The promises that run on a subject. */
    public List<Promise> list(int county, UUID subject, Instant now) {
        return store.running(county, subject).values().stream()
                .map(clock -> dating.of(county, clock, now).promise())
                .toList();
    }

    private record Site(
            int county,
            UUID subject,
            Instant now,
            Map<ClockKind, RunningClock> running,
            ClockStore.Turn turn) {}

    private void carryOut(Site site, ClockChange change) {
        var clock = site.running().get(change.kind());
        switch (change) {
            case Start s when clock == null ->
                    start(site, RunningClock.of(s.kind(), s.term(), site.now()));
            case StartUntil s when clock == null ->
                    start(site, RunningClock.until(s.kind(), s.lastDay(), site.now()));
            case Stop _ when clock != null -> stop(site, clock);
            case Pause p when clock != null && !clock.paused() -> pause(site, clock, p.cause());
            case Resume _ when clock != null && clock.paused() -> resume(site, clock);
            case Extend e when clock != null -> extend(site, clock, e);
            case Retime r when clock != null && r.from().equals(clock.term()) ->
                    retime(site, clock, r.to());
            case Start _, StartUntil _, Stop _, Pause _, Resume _, Extend _, Retime _ -> {}
        }
    }

    private void start(Site site, RunningClock clock) {
        site.turn().started().add(dating.of(site.county(), clock, site.now()));
        site.running().put(clock.kind(), clock);
    }

    private void stop(Site site, RunningClock clock) {
        written(site);
        site.turn().stopped().add(clock.id());
        site.running().remove(clock.kind());
    }

    /** What was begun before in the same step is written before anything else is done with it. */
    private void written(Site site) {
        if (!site.turn().started().isEmpty()) {
            write(site);
        }
    }

    private void write(Site site) {
        var turn = site.turn();
        if (!turn.stopped().isEmpty() || !turn.started().isEmpty()) {
            store.turn(site.county(), site.subject(), turn);
        }
        turn.stopped().clear();
        turn.started().clear();
    }

    private void pause(Site site, RunningClock clock, String cause) {
        written(site);
        store.pause(site.county(), clock.id(), site.now(), cause);
        keep(site, clock.pausedAt(site.now(), cause));
    }

    private void resume(Site site, RunningClock clock) {
        written(site);
        store.resume(site.county(), clock.id(), site.now());
        keep(site, clock.resumedAt(site.now()));
    }

    private void extend(Site site, RunningClock clock, Extend change) {
        written(site);
        store.extend(site.county(), clock.id(), change.term(), site.now());
        keep(site, clock.extendedBy(change.term()));
    }

    /** A promise that was broken stays broken. */
    private void retime(Site site, RunningClock clock, Term term) {
        var due = dating.of(site.county(), clock, site.now()).promise().due();
        if (due.isAfter(site.now())) {
            written(site);
            store.retime(site.county(), clock, term, site.now());
            keep(site, clock.lasting(term));
        }
    }

    private void keep(Site site, RunningClock clock) {
        store.date(site.county(), dating.of(site.county(), clock, site.now()).anew(site.now()));
        site.running().put(clock.kind(), clock);
    }

    private Due first(int county, Map<ClockKind, RunningClock> running, Instant now) {
        return running.values().stream()
                .filter(clock -> !clock.paused())
                .map(clock -> dating.of(county, clock, now).due())
                .min(Comparator.comparing(Due::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(Due.NONE);
    }
}
