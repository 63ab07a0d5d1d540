package wanhu.queue;

import java.time.Duration;

/**
 * The slowest that a client may be. A village's phone in bad weather brings a few kilobytes a
 * second; who brings less for a whole window holds a place that others need.
 *
 * @param window so long a client may keep us waiting before it is asked what came of it, when there
 *     is room for all
 * @param bytesASecond what must have passed for each second of waiting
 */
record Pace(Duration window, int bytesASecond) {
    private static final double NANOS_A_SECOND = 1e9;

    /** When others need the room: three seconds tell a phone in bad weather from a dawdler too. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    /**
     * Whether the window is over.
     *
     * @param scarce whether others need the room
     */
    boolean over(long waitedNanos, boolean scarce) {
        return waitedNanos > window(scarce).toNanos();
    }

    /**
     * How long nothing at all may pass.
     *
     * @param scarce whether others need the room
     */
    Duration window(boolean scarce) {
        return scarce && window.compareTo(SHORT) > 0 ? SHORT : window;
    }

    /** Whether too little passed in it. */
    boolean tooSlow(long waitedNanos, long bytes) {
        return bytes < waitedNanos / NANOS_A_SECOND * bytesASecond;
    }
}
