package wanhu.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import wanhu.base.DemoClock;

/** What is still to happen in the invented past, played in the order of time. */
final class DemoQueue {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
    private final DemoClock clock;
    private long order;

    DemoQueue(DemoClock clock) {
        this.clock = clock;
    }

    private record Event(Instant at, long order, Runnable act) {}

    /** Lets something happen at an instant; what lies behind the clock happens at once. */
    void add(Instant at, Runnable act) {
        events.add(new Event(at, order++, act));
    }

    /** The instant of what happens now. */
    Instant now() {
        return clock.instant();
    }

    /**
     * Plays until an instant; what lies after it never happens.
     *
     * @param goOn asked before each event; throws when the play must not go on
     */
    void run(Instant end, Runnable goOn) {
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            goOn.run();
            var next = events.poll();
            advance(next.at());
            next.act().run();
        }
        advance(end);
    }

    /** The clock runs while the play goes on; what lies a moment behind it happens now. */
    private void advance(Instant to) {
        if (to.isAfter(clock.instant())) {
            clock.moveTo(to);
        }
    }
}
