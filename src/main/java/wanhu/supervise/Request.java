package wanhu.supervise;

import java.time.Instant;
import java.util.UUID;
import wanhu.calendar.Lateness;

/**
 * 退单、延期申请: a unit asks to give a matter back or for more time, and somebody above decides.
 *
 * @param to whose posts decide
 * @param by post and name of the one who asks
 * @param term how much more time; empty for a return
 * @param times which time it is
 * @param most how often the rule allows it
 */
record Request(
        UUID id,
        Supervision.Of of,
        Kind kind,
        UUID asked,
        UUID to,
        String by,
        String reason,
        String term,
        int times,
        int most,
        Instant at,
        Instant due) {

    /** What is asked for. */
    enum Kind {
        /** 退单. */
        RETURN,
        /** 延期. */
        EXTENSION
    }

    /** How it ended. */
    enum Decision {
        /** 同意. */
        GRANTED,
        /** 不同意. */
        REFUSED,
        /** The matter went on without a decision. */
        ENDED
    }

    Lateness lateness(Instant now) {
        return Lateness.of(due, null, now);
    }
}
