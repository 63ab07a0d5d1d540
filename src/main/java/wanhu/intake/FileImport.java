package wanhu.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.org.Unit;

/**
 * A file of reports and how far its import is.
 *
 * @param fileName as it was called
 * @param from source, and place of rows without one
 * @param faultsFirst the first faults, for the screen
 * @param actor who imports
 */
record FileImport(
        int county,
        UUID id,
        String fileName,
        Into from,
        State state,
        Counts counts,
        List<String> faultsFirst,
        Actor actor,
        Times times) {

    /** Where an import stands. */
    enum State {
        /** Judged, nothing written. */
        CHECKED,
        /** Being written. */
        RUNNING,
        /** All good rows are written. */
        DONE,
        /** Stopped by a person; can go on. */
        CANCELLED,
        /** Stopped by a fault; can go on. */
        FAILED
    }

    /**
     * From which source, and where to.
     *
     * @param source name of the system it comes from; an id counts once in each
     * @param place for rows without one; null when each must have one
     */
    record Into(String source, @Nullable Unit place) {}

    /**
     * How many rows.
     *
     * @param total in the file, without the heading
     * @param bad that can't be imported
     * @param done that were read by the import
     * @param fresh that became a matter; the others had come before
     */
    record Counts(int total, int bad, int done, int fresh) {
        int good() {
            return total - bad;
        }
    }

    /** When it was uploaded, started, last written to, ended. */
    record Times(
            Instant made, @Nullable Instant started, Instant touched, @Nullable Instant ended) {}

    /** Rows a second so far; 0 before the first. */
    long rate() {
        var started = times.started();
        if (started == null) {
            return 0;
        }
        long millis = Math.max(1, Duration.between(started, times.touched()).toMillis());
        return counts.done() * 1000L / millis;
    }

    /** Seconds that the rest will take at that rate; 0 when nothing is known. */
    long secondsLeft() {
        long rate = rate();
        return rate == 0 ? 0 : (counts.total() - counts.done() + rate - 1) / rate;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /** Whether it can be started, or go on. */
    boolean startable() {
        return counts.good() > 0
                && (state == State.CHECKED || state == State.CANCELLED || state == State.FAILED);
    }
}
