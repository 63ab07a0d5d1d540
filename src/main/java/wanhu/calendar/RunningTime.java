package wanhu.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import wanhu.base.Zones;

/**
 * Walks a clock forward over a calendar and pauses, and remembers the time in which it ran: counted
 * days for days, workdays and months; stretches for hours.
 */
final class RunningTime {
    private static final int PERCENT = 100;

    private final WorkCalendar calendar;
    private final List<Span> pauses;
    private final List<Span> ran = new ArrayList<>();

    /**
     * @param pauses in order, without overlap
     */
    RunningTime(WorkCalendar calendar, List<Span> pauses) {
        this.calendar = calendar;
        this.pauses = List.copyOf(pauses);
    }

    /**
     * Runs one term and answers when it has run out.
     *
     * @param from the moment, for hours
     * @param before the day before the first that counts, for days
     */
    Instant run(Instant from, LocalDate before, Term term) {
        int amount = term.amount();
        return switch (term.unit()) {
            case HOURS -> runHours(from, amount, day -> List.of(Span.of(day)));
            case WORK_HOURS -> runHours(from, amount, this::work);
            case DAYS -> runDays(before, amount, _ -> true);
            case WORKDAYS -> runDays(before, amount, calendar::isWorkday);
            case MONTHS -> runDays(before, daysOfMonths(before, amount), _ -> true);
        };
    }

    /** The instant at which so much of the time that ran has passed. */
    Instant at(int percent) {
        var left = Duration.ZERO;
        for (Span span : ran) {
            left = left.plus(span.length());
        }
        left = left.multipliedBy(percent).dividedBy(PERCENT);
        for (Span span : ran) {
            if (left.compareTo(span.length()) <= 0) {
                return span.from().plus(left);
            }
            left = left.minus(span.length());
        }
        throw new IllegalStateException("Expected a percentage up to 100 but got " + percent);
    }

    private Instant runHours(Instant from, int hours, Function<LocalDate, List<Span>> open) {
        var left = Duration.ofHours(hours);
        for (LocalDate day = Zones.day(from); ; day = day.plusDays(1)) {
            for (Span piece : unpaused(open.apply(day), from)) {
                if (left.compareTo(piece.length()) <= 0) {
                    var end = piece.from().plus(left);
                    ran.add(new Span(piece.from(), end));
                    return end;
                }
                ran.add(piece);
                left = left.minus(piece.length());
            }
        }
    }

    private Instant runDays(LocalDate before, int count, Predicate<LocalDate> counts) {
        var day = before;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (counts.test(day) && !pausedAtEndOf(day)) {
                ran.add(Span.of(day));
                left--;
            }
        }
        while (!calendar.isWorkday(day) || pausedAtEndOf(day)) {
            day = day.plusDays(1);
        }
        return Zones.startOf(day.plusDays(1));
    }

    private static int daysOfMonths(LocalDate before, int months) {
        return (int) ChronoUnit.DAYS.between(before, before.plusMonths(months));
    }

    private List<Span> work(LocalDate day) {
        return calendar.intervals(day).stream().map(each -> each.on(day)).toList();
    }

    private boolean pausedAtEndOf(LocalDate day) {
        var end = Zones.startOf(day.plusDays(1));
        return pauses.stream()
                .anyMatch(pause -> pause.from().isBefore(end) && !pause.until().isBefore(end));
    }

    private List<Span> unpaused(List<Span> open, Instant from) {
        var pieces = new ArrayList<Span>();
        for (Span span : open) {
            var at = later(span.from(), from);
            for (Span pause : pauses) {
                addIfAny(pieces, at, earlier(pause.from(), span.until()));
                at = later(at, pause.until());
            }
            addIfAny(pieces, at, span.until());
        }
        return pieces;
    }

    private static void addIfAny(List<Span> pieces, Instant from, Instant until) {
        if (from.isBefore(until)) {
            pieces.add(new Span(from, until));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
