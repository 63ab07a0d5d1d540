package wanhu.promise;

import wanhu.calendar.Derived;

/**
 * A clock with the instants that follow from it.
 *
 * @param shares the parts of its time after which people are reminded
 * @param calendar version of the calendar by which they follow
 */
record Dated(RunningClock clock, Shares shares, Derived derived, String calendar) {
    /** What is due next when this clock is the first. */
    Due due() {
        return new Due(derived.dueAt(), derived.warnAt(), clock.kind());
    }

    /** The clock as people see it. */
    Promise promise() {
        return new Promise(
                clock.kind(),
                clock.started(),
                clock.term(),
                derived.dueAt(),
                derived.warnAt(),
                clock.paused());
    }
}
