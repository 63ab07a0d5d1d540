package wanhu.hook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Stage;

/**
 * One call: what is told, and how it went.
 *
 * @param id by which the receiver knows the same again
 */
public record Delivery(int county, UUID id, UUID hook, News news, Try done) {
    /**
     * What is told.
     *
     * @param version of the matter after it
     */
    public record News(
            HookEvent event,
            UUID matter,
            String number,
            int version,
            String step,
            Stage stage,
            Instant at) {}

    /**
     * How it went so far.
     *
     * @param next when it is tried again; null when it is not
     * @param status the last HTTP status; 0 when there was none
     */
    public record Try(
            State state,
            int attempts,
            @Nullable Instant next,
            Instant made,
            int status,
            String fault) {
        Try waiting(Instant until) {
            return new Try(State.WAITING, attempts, until, made, status, fault);
        }
    }

    /** Where a call stands. */
    public enum State {
        /** It is tried, or will be again. */
        WAITING,
        /** The receiver took it. */
        TAKEN,
        /** Nobody took it in time. */
        GIVEN_UP
    }
}
