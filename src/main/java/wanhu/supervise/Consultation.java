package wanhu.supervise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 会商: units are called together over a matter; each says what it can do, and the outcome is written
 * down. Who invites need not hold the matter; who is invited reads the question alone, and no more
 * of the matter than it sees anyway.
 *
 * @param number for people: 150524-HS2026-0002
 */
public record Consultation(
        int county,
        UUID id,
        String number,
        Supervision.Of of,
        Call call,
        State state,
        @Nullable Ended ended) {

    /**
     * How it was called.
     *
     * @param name post of the one who called it
     */
    public record Call(
            UUID convener,
            String name,
            Instant called,
            Instant meets,
            String place,
            String question) {}

    /**
     * How it ended.
     *
     * @param lead the unit that shall lead; null when none was named
     * @param doneBy until when; null when no day was named
     */
    public record Ended(
            String outcome,
            @Nullable UUID lead,
            @Nullable LocalDate doneBy,
            String by,
            Instant at) {}

    /** Where it stands. */
    public enum State {
        /** 已召集. */
        CALLED,
        /** 已形成结论. */
        HELD,
        /** 已取消. */
        CANCELLED
    }

    /**
     * An invited unit and what it said.
     *
     * @param at when; null while it has not said anything
     */
    public record Voice(UUID unit, String text, String by, @Nullable Instant at) {}

    /** Whether one of the units that are asked for is invited. */
    static boolean invites(List<Voice> voices, UUID unit) {
        return voices.stream().anyMatch(each -> each.unit().equals(unit));
    }
}
