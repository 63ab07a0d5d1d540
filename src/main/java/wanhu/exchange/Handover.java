package wanhu.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 移交: a matter that a person handed over to another system, and how it goes there. The matter stays
 * with who has it here, with its deadline.
 *
 * @param unit whose it is here
 * @param posted what left
 * @param back why it was asked back; empty when it was not
 */
record Handover(
        int county,
        UUID id,
        UUID partner,
        UUID matter,
        String number,
        UUID unit,
        String by,
        String reason,
        State state,
        Try done,
        There there,
        Posted posted,
        String back,
        Instant made,
        Instant changed) {
    /** Where it stands. */
    enum State {
        /** It is sent, or will be tried again. */
        WAITING,
        /** Codes of ours have no name there: somebody has to complete the table. */
        UNMAPPED,
        /** They did not take it: somebody has to look. */
        REFUSED,
        /** They took it, and gave a token for the number that it will get there. */
        UNNUMBERED,
        /** They have it. */
        SENT,
        /** They have it, and we want it back. */
        ASKED_BACK,
        /** They answered. */
        ANSWERED,
        /** They gave it back. */
        RETURNED,
        /** They let it go when we asked. */
        TAKEN_BACK,
        /** It ended here, and nothing but a person can tell them so. */
        UNTOLD,
        /** Somebody here ended it. */
        ENDED;

        /** Whether it is on its way or there. */
        boolean live() {
            return stuck() || due();
        }

        /** Whether the next thing is done by itself, at its time. */
        boolean due() {
            return this == WAITING || this == UNNUMBERED || this == SENT || this == ASKED_BACK;
        }

        /** Whether somebody here has to do something. */
        boolean stuck() {
            return this == UNMAPPED || this == REFUSED || this == UNTOLD;
        }
    }

    /**
     * How sending goes.
     *
     * @param missing codes without a name there; empty when there are none
     * @param next when it is tried, asked after or looked at again; null when it is not
     * @param status the last HTTP status; 0 when there was none
     */
    record Try(String missing, int attempts, @Nullable Instant next, int status, String fault) {
        /** The same, but not later than that. */
        Try notAfter(Instant last) {
            boolean soon = next != null && next.isBefore(last);
            return new Try(missing, attempts, soon ? next : last, status, fault);
        }
    }

    /**
     * What is known from there.
     *
     * @param number which it has there; empty before they have it
     * @param state as they call it
     * @param answer of theirs, or why they gave it back
     * @param reason why they gave it back, as one of {@link wanhu.life.Reason.Decline}; empty when
     *     they named none that the table knows
     */
    record There(String number, String state, String answer, String reason) {
        /** As long as they have not ended it. */
        There(String number, String state) {
            this(number, state, "", "");
        }
    }

    /**
     * What left.
     *
     * @param at since when they may have it; null when they can't
     * @param token which they gave in place of a number; empty when they gave none
     */
    record Posted(@Nullable Instant at, String token) {
        /** Before anything left. */
        static final Posted NOTHING = new Posted(null, "");
    }

    Handover now(State next, Try tried, There known) {
        return new Handover(
                county, id, partner, matter, number, unit, by, reason, next, tried, known, posted,
                back, made, changed);
    }

    /** The same when that left. */
    Handover left(Posted now) {
        return new Handover(
                county, id, partner, matter, number, unit, by, reason, state, done, there, now,
                back, made, changed);
    }

    /** The same elsewhere. */
    Handover to(State next) {
        return now(next, done, there);
    }

    /** Asked back for that reason. */
    Handover backFor(String why, Instant now) {
        return because(why).now(State.ASKED_BACK, new Try("", 0, now, 0, ""), there);
    }

    /** The same with why we want it back. */
    Handover because(String why) {
        return new Handover(
                county, id, partner, matter, number, unit, by, reason, state, done, there, posted,
                why, made, changed);
    }
}
