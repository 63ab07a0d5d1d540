package wanhu.promise;

import java.time.Instant;
import wanhu.calendar.Derived;

/**
 * A clock with the instants that follow from it.
 *
 * @param shares the parts of its time after which people are reminded
 * @param calendar version of the calendar by which they follow
 */
record Dated(RunningClock clock, Shares shares, Derived derived, String calendar) {
    /**
     * As it stands when something has been done to it. Of a part of its time that has come nobody
     * may have been told yet, as the tick comes later than the step: it is looked at right away.
     * Who was told is not told again.
     */
    Dated anew(Instant now) {
        if (derived.paused() || now.isBefore(derived.halfAt())) {
            return this;
        }
        var looked = new Derived(derived.dueAt(), derived.warnAt(), derived.halfAt(), now, false);
        return new Dated(clock, shares, looked, calendar);
    }

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
