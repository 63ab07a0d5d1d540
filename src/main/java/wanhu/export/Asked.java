package wanhu.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A large export that somebody asked for, and what became of it.
 *
 * @param by who asked
 * @param lapses until when somebody can decide
 * @param decided null before
 */
record Asked(
        int county,
        UUID id,
        Wish wish,
        By by,
        String reason,
        Instant at,
        Instant lapses,
        @Nullable Decided decided) {
    /** Who asked, as which post. */
    record By(UUID person, UUID unit, String name) {}

    /**
     * What a second person decided.
     *
     * @param until until when it can be taken
     * @param uses how many files were made of it
     */
    record Decided(
            boolean granted, String by, String answer, Instant at, Instant until, int uses) {}

    /** Where it stands. */
    enum State {
        /** Nobody has decided. */
        WAITING,
        /** It can be taken now. */
        GRANTED,
        /** Somebody said no. */
        REFUSED,
        /** Nobody decided in time, or it was not taken in time. */
        LAPSED,
        /** All files were made. */
        TAKEN
    }

    State state(Instant now) {
        if (decided == null) {
            return lapses.isAfter(now) ? State.WAITING : State.LAPSED;
        }
        if (!decided.granted()) {
            return State.REFUSED;
        }
        if (decided.uses() >= Exports.FILES_OF_ONE_MAX) {
            return State.TAKEN;
        }
        return decided.until().isAfter(now) ? State.GRANTED : State.LAPSED;
    }
}
