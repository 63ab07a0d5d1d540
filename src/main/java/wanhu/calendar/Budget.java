package wanhu.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;

/**
 * A clock as it is stored: how much time there is, when it stood still, by what it was extended.
 * All instants are derived.
 *
 * <p>What a suspension gives back:
 *
 * <ul>
 *   <li>Hours and work hours: the exact time for which the clock stood.
 *   <li>Days, workdays and months: each whole day at whose end (24:00) the clock stood does not
 *       count, be it the day of the suspension; the day on which it goes on counts. What was
 *       stopped and went on within one day changes nothing. A month counts as the days that it
 *       would have had.
 *   <li>The last day is rolled anew (Civil Code article 203), and never lies in a suspension.
 *   <li>Overlapping suspensions count once; one that began after the time had run out, not at all.
 * </ul>
 *
 * <p>An extension runs from the last day before it, after that was rolled, and never from the day
 * on which it was granted.
 *
 * @param started the moment from which the term runs
 * @param term the time that the rule gives
 * @param suspensions when the clock stood still, in any order
 * @param extensions further time, in the order of granting
 */
public record Budget(
        Instant started, Term term, List<Suspension> suspensions, List<Term> extensions) {
    private static final int WARN_PERCENT = 80;
    private static final int HALF_PERCENT = 50;

    public Budget {
        suspensions = List.copyOf(suspensions);
        extensions = List.copyOf(extensions);
    }

    /** A clock that has never been stopped or extended. */
    public static Budget of(Instant started, Term term) {
        return new Budget(started, term, List.of(), List.of());
    }

    /** All instants of the clock as they stand at an instant, by a calendar. Pure. */
    public Derived derive(WorkCalendar calendar, Instant now) {
        return derive(calendar, now, HALF_PERCENT, WARN_PERCENT);
    }

    /**
     * The same with other shares of the time for the two reminders.
     *
     * @param half percent of the time after which the first goes out, 1 to 100
     * @param warn percent of the time after which it is soon and the second goes out
     */
    public Derived derive(WorkCalendar calendar, Instant now, int half, int warn) {
        var running = new RunningTime(calendar, pauses(now));
        var due = running.run(started, Zones.day(started), term);
        for (Term extension : extensions) {
            due = running.run(due, Deadline.lastDay(due), extension);
        }
        var halfAt = running.at(half);
        var warnAt = running.at(warn);
        var next = stands(now, due) ? null : firstAfter(now, halfAt, warnAt, due);
        return new Derived(due, warnAt, halfAt, next, paused(now, due));
    }

    private boolean paused(Instant now, Instant due) {
        return suspensions.stream().anyMatch(each -> each.covers(now) && each.from().isBefore(due));
    }

    private boolean stands(Instant now, Instant due) {
        return suspensions.stream()
                .filter(each -> each.until() == null)
                .anyMatch(each -> each.covers(now) && each.from().isBefore(due));
    }

    private static @Nullable Instant firstAfter(Instant now, Instant... instants) {
        return Stream.of(instants).filter(each -> each.isAfter(now)).findFirst().orElse(null);
    }

    /** The suspensions in order, those that touch joined. */
    private List<Span> pauses(Instant now) {
        var joined = new ArrayList<Span>();
        suspensions.stream()
                .map(each -> each.asOf(now))
                .sorted(Comparator.comparing(Span::from))
                .forEach(next -> join(joined, next));
        return joined;
    }

    private static void join(List<Span> joined, Span next) {
        if (joined.isEmpty() || joined.getLast().until().isBefore(next.from())) {
            joined.add(next);
            return;
        }
        var last = joined.removeLast();
        var until = last.until().isAfter(next.until()) ? last.until() : next.until();
        joined.add(new Span(last.from(), until));
    }
}
