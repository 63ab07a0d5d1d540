package wanhu.promise;

import java.time.LocalDate;
import wanhu.calendar.Term;

/**
 * What an act does to the clocks of a subject, such as a matter; carried out by {@link Clocks} in
 * the same transaction.
 */
public sealed interface ClockChange {
    /** Which clock. */
    ClockKind kind();

    /** Starts a clock with a term, unless one of its kind runs. */
    record Start(ClockKind kind, Term term) implements ClockChange {}

    /** Starts a clock that ends with a named day, 24:00. */
    record StartUntil(ClockKind kind, LocalDate lastDay) implements ClockChange {}

    /** Ends a clock; its being in time is kept. */
    record Stop(ClockKind kind) implements ClockChange {}

    /** Suspends a clock. */
    record Pause(ClockKind kind, String cause) implements ClockChange {}

    /** Lets a suspended clock run on. */
    record Resume(ClockKind kind) implements ClockChange {}

    /** Adds time to the original last day. */
    record Extend(ClockKind kind, Term term) implements ClockChange {}
}
