package wanhu.promise;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.calendar.Calendars;
import wanhu.calendar.Derived;
import wanhu.calendar.WorkCalendar;
import wanhu.promise.ClockChange.Extend;
import wanhu.promise.ClockChange.Pause;
import wanhu.promise.ClockChange.Resume;
import wanhu.promise.ClockChange.Start;
import wanhu.promise.ClockChange.StartUntil;
import wanhu.promise.ClockChange.Stop;

/** Carries out what steps do to clocks, and says which promise ends first. */
@Component
public class Clocks {
    private final ClockStore store;
    private final Calendars calendars;

    Clocks(ClockStore store, Calendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    /** Carries out the changes on a subject's clocks and answers what is due next. */
    public Due apply(int county, UUID subject, List<ClockChange> changes, Instant now) {
        var running = store.running(county, subject);
        var calendar = calendars.of(county);
        for (ClockChange change : changes) {
            carryOut(new Site(county, subject, calendar, now, running), change);
        }
        return first(running, calendar, now);
    }

    /**
     * Starts the same clock on many new subjects at once.
     *
     * @return what is due next for each of them
     */
    public Due startAll(int county, List<UUID> subjects, Start start, Instant now) {
        var calendar = calendars.of(county);
        var clock = RunningClock.of(start.kind(), start.term(), now);
        var derived = clock.derive(calendar, now);
        store.insert(county, subjects, clock, derived, calendar.version());
        return due(clock, derived);
    }

    /**
     * Derives all instants of a subject's clocks anew, after the calendar changed; answers what is
     * due next.
     */
    public Due recompute(int county, UUID subject, Instant now) {
        var running = store.running(county, subject);
        var calendar = calendars.of(county);
        running.values()
                .forEach(clock ->
                        store.derive(
                                county, clock, clock.derive(calendar, now), calendar.version()));
        return first(running, calendar, now);
    }

    /** The promises that run on a subject. */
    public List<Promise> list(int county, UUID subject, Instant now) {
        var calendar = calendars.of(county);
        return store.running(county, subject).values().stream()
                .map(clock -> clock.promise(calendar, now))
                .toList();
    }

    private record Site(
            int county,
            UUID subject,
            WorkCalendar calendar,
            Instant now,
            Map<ClockKind, RunningClock> running) {}

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
            case Start _, StartUntil _, Stop _, Pause _, Resume _, Extend _ -> {}
        }
    }

    private void start(Site site, RunningClock clock) {
        store.insert(
                site.county(),
                site.subject(),
                clock,
                derive(site, clock),
                site.calendar().version());
        site.running().put(clock.kind(), clock);
    }

    private void stop(Site site, RunningClock clock) {
        store.stop(site.county(), clock.id(), site.now());
        site.running().remove(clock.kind());
    }

    private void pause(Site site, RunningClock clock, String cause) {
        store.pause(site.county(), clock.id(), site.now(), cause);
        keep(site, clock.pausedAt(site.now(), cause));
    }

    private void resume(Site site, RunningClock clock) {
        store.resume(site.county(), clock.id(), site.now());
        keep(site, clock.resumedAt(site.now()));
    }

    private void extend(Site site, RunningClock clock, Extend change) {
        store.extend(site.county(), clock.id(), change.term(), site.now());
        keep(site, clock.extendedBy(change.term()));
    }

    private void keep(Site site, RunningClock clock) {
        store.derive(site.county(), clock, derive(site, clock), site.calendar().version());
        site.running().put(clock.kind(), clock);
    }

    private static Derived derive(Site site, RunningClock clock) {
        return clock.derive(site.calendar(), site.now());
    }

    private static Due first(
            Map<ClockKind, RunningClock> running, WorkCalendar calendar, Instant now) {
        return running.values().stream()
                .filter(clock -> !clock.paused())
                .map(clock -> due(clock, clock.derive(calendar, now)))
                .min(Comparator.comparing(Due::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(Due.NONE);
    }

    private static Due due(RunningClock clock, Derived derived) {
        return new Due(derived.dueAt(), derived.warnAt(), clock.kind());
    }
}
