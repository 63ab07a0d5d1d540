package wanhu.supervise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.calendar.Deadline;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;
import wanhu.promise.Clocks;

/** The clocks that run on an answer: until its day, and then until the level above is told. */
@Component
class AnswerClocks {
    private final Clocks clocks;
    private final Laws laws;
    private final Calendars calendars;

    AnswerClocks(Clocks clocks, Laws laws, Calendars calendars) {
        this.clocks = clocks;
        this.laws = laws;
        this.calendars = calendars;
    }

    /** The last day for an answer when nobody names another one. */
    LocalDate usualDay(int county, Instant now) {
        var term = laws.term(county, RuleKey.SUPERVISE_REPLY, Zones.day(now));
        return Deadline.lastDay(Deadline.due(now, term, calendars.of(county)));
    }

    /** From now on an answer is due by its day. */
    void run(Supervision order, Instant now) {
        apply(
                order,
                now,
                new ClockChange.Stop(ClockKind.SUPERVISE),
                new ClockChange.Stop(ClockKind.UNANSWERED),
                new ClockChange.StartUntil(ClockKind.SUPERVISE, order.times().due()));
    }

    /** The day has passed: so long it is waited until the level above is told. */
    void wait(Supervision order, Instant now) {
        var term = laws.term(order.county(), RuleKey.SUPERVISE_RAISE, Zones.day(now));
        apply(order, now, new ClockChange.Start(ClockKind.UNANSWERED, term));
    }

    /** Nothing is due any more. */
    void stop(Supervision order, Instant now) {
        apply(
                order,
                now,
                new ClockChange.Stop(ClockKind.SUPERVISE),
                new ClockChange.Stop(ClockKind.UNANSWERED));
    }

    /** Derives the instants anew after the calendar changed. */
    void recompute(int county, UUID subject, Instant now) {
        clocks.recompute(county, subject, now);
    }

    private void apply(Supervision order, Instant now, ClockChange... changes) {
        clocks.apply(order.county(), order.id(), List.of(changes), now);
    }
}
