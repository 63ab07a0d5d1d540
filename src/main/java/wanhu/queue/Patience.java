package wanhu.queue;

import java.net.SocketTimeoutException;

/**
 * How long one direction of a connection has kept us waiting, and what came of it. Only the time
 * between "nothing there" and the next look counts: not our own work, and not the rest between two
 * requests.
 */
final class Patience {
    private static final long NOT_WAITING = -1;

    private final Pace pace;
    private final Memory memory;
    private long waited;
    private long bytes;
    private long since = NOT_WAITING;
    private boolean lost;

    Patience(Pace pace, Memory memory) {
        this.pace = pace;
        this.memory = memory;
    }

    /** A new request, or a new answer. */
    void begin() {
        waited = 0;
        bytes = 0;
        since = NOT_WAITING;
        lost = false;
    }

    /**
     * Before something is read or written.
     *
     * @param now nanoseconds of a clock that only runs forward
     * @throws SocketTimeoutException when the client is too slow, from then on each time
     */
    void look(long now) throws SocketTimeoutException {
        if (since != NOT_WAITING) {
            waited += now - since;
            since = NOT_WAITING;
        }
        if (pace.over(waited, memory.scarce())) {
            lost |= pace.tooSlow(waited, bytes);
            waited = 0;
            bytes = 0;
        }
        if (lost) {
            throw new SocketTimeoutException("too slow");
        }
    }

    /** So much passed; when it was not all, we wait for the client from now on. */
    void passed(int count, boolean all, long now) {
        bytes += count;
        since = all ? NOT_WAITING : now;
    }
}
