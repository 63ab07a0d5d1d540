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

    /**
     * Gives another term to a clock that runs with the term {@code from}, counted from the same
     * start. A term that a person named stays, and so does a promise that was broken already.
     */
    record Retime(ClockKind kind, Term from, Term to) implements ClockChange {}

    /** Adds time to the original last day. */
    record Extend(ClockKind kind, Term term) implements ClockChange {}
}
