package wanhu.supervise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;
import wanhu.calendar.Lateness;

/**
 * 督办单: an order from above to a unit to do something about a matter and to answer by a day.
 *
 * @param number for people: 150524-DB2026-0001
 * @param version counts what happened to it
 * @param listed 挂牌督办: it stands on the county's list until it is struck off
 */
public record Supervision(
        int county,
        UUID id,
        String number,
        int version,
        Of of,
        Rank rank,
        boolean listed,
        Ground ground,
        String demand,
        Parties parties,
        Times times,
        State state) {

    /** The matter. */
    public record Of(UUID matter, String number) {}

    /**
     * From whom to whom.
     *
     * @param name post and name of the one who ordered it
     */
    public record Parties(UUID issuer, String name, UUID to) {}

    /**
     * When.
     *
     * @param due last day on which an answer is in time
     * @param ended when it was struck off; null before
     */
    public record Times(Instant issued, LocalDate due, @Nullable Instant ended) {}

    /** Where it stands. */
    public enum State {
        /** 待反馈. */
        OPEN,
        /** 已反馈，待核查. */
        ANSWERED,
        /** 已销号. */
        CLOSED
    }

    /** End of its time, exclusive. */
    Instant end() {
        return Zones.startOf(times.due().plusDays(1));
    }

    /** How late the answer is. */
    Lateness lateness(Instant now) {
        return state == State.OPEN
                ? Lateness.of(end(), Zones.startOf(times.due()), now)
                : Lateness.DONE;
    }

    Supervision at(State next, LocalDate due, @Nullable Instant ended) {
        return new Supervision(
                county,
                id,
                number,
                version + 1,
                of,
                rank,
                listed && next != State.CLOSED,
                ground,
                demand,
                parties,
                new Times(times.issued(), due, ended),
                next);
    }

    Supervision raisedTo(Rank higher, Parties by) {
        return new Supervision(
                county, id, number, version, of, higher, listed, ground, demand, by, times, state);
    }

    Supervision posted() {
        return new Supervision(
                county, id, number, version, of, rank, true, ground, demand, parties, times, state);
    }
}
