package wanhu.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Ids;
import wanhu.base.Zones;
import wanhu.calendar.Budget;
import wanhu.calendar.Deadline;
import wanhu.calendar.Derived;
import wanhu.calendar.Suspension;
import wanhu.calendar.Term;
import wanhu.calendar.WorkCalendar;

/**
 * A clock of a subject that has not been stopped: a term that runs by the calendar, or a day that
 * was named.
 *
 * <p>A named day does not roll over holidays and does not move while the clock stands: it was
 * promised as that day. An extension runs from it.
 */
record RunningClock(
        UUID id,
        ClockKind kind,
        Instant started,
        @Nullable Term term,
        @Nullable LocalDate lastDay,
        List<Suspension> suspensions,
        List<Term> extensions) {
    RunningClock {
        suspensions = List.copyOf(suspensions);
        extensions = List.copyOf(extensions);
    }

    static RunningClock of(ClockKind kind, Term term, Instant now) {
        return new RunningClock(Ids.next(), kind, now, term, null, List.of(), List.of());
    }

    static RunningClock until(ClockKind kind, LocalDate lastDay, Instant now) {
        return new RunningClock(Ids.next(), kind, now, null, lastDay, List.of(), List.of());
    }

    boolean paused() {
        return suspensions.stream().anyMatch(each -> each.until() == null);
    }

    RunningClock pausedAt(Instant now, String cause) {
        var more = new ArrayList<>(suspensions);
        more.add(new Suspension(now, null, cause));
        return new RunningClock(id, kind, started, term, lastDay, more, extensions);
    }

    RunningClock resumedAt(Instant now) {
        var closed =
                suspensions.stream()
                        .map(each ->
                                each.until() == null
                                        ? new Suspension(each.from(), now, each.cause())
                                        : each)
                        .toList();
        return new RunningClock(id, kind, started, term, lastDay, closed, extensions);
    }

    RunningClock extendedBy(Term more) {
        var all = new ArrayList<>(extensions);
        all.add(more);
        return new RunningClock(id, kind, started, term, lastDay, suspensions, all);
    }

    RunningClock lasting(Term other) {
        return new RunningClock(id, kind, started, other, lastDay, suspensions, extensions);
    }

    /** The instants of the clock by a calendar. */
    Derived derive(WorkCalendar calendar, Shares shares, Instant now) {
        if (term != null) {
            return new Budget(started, term, suspensions, extensions)
                    .derive(calendar, now, shares.first(), shares.second());
        }
        var due = Zones.startOf(java.util.Objects.requireNonNull(lastDay).plusDays(1));
        for (Term extension : extensions) {
            due = Deadline.due(Zones.startOf(Deadline.lastDay(due)), extension, calendar);
        }
        var half = part(due, shares.first());
        var warn = part(due, shares.second());
        return new Derived(due, warn, half, next(now, half, warn, due), paused());
    }

    private @Nullable Instant next(Instant now, Instant half, Instant warn, Instant due) {
        if (paused()) {
            return null;
        }
        for (Instant each : List.of(half, warn, due)) {
            if (each.isAfter(now)) {
                return each;
            }
        }
        return null;
    }

    private Instant part(Instant due, int percent) {
        return started.plus(Duration.between(started, due).multipliedBy(percent).dividedBy(100));
    }
}
