package wanhu.exchange;

import static wanhu.exchange.Handover.State.ANSWERED;
import static wanhu.exchange.Handover.State.ASKED_BACK;
import static wanhu.exchange.Handover.State.ENDED;
import static wanhu.exchange.Handover.State.REFUSED;
import static wanhu.exchange.Handover.State.RETURNED;
import static wanhu.exchange.Handover.State.SENT;
import static wanhu.exchange.Handover.State.TAKEN_BACK;
import static wanhu.exchange.Handover.State.UNMAPPED;
import static wanhu.exchange.Handover.State.UNNUMBERED;
import static wanhu.exchange.Handover.State.UNTOLD;
import static wanhu.exchange.Handover.State.WAITING;

import java.util.Map;
import java.util.Optional;
import wanhu.exchange.Handover.State;

/**
 * How a handover goes on, as one table. What is not in it changes nothing: news of the other system
 * may be old when it arrives, for somebody here did something meanwhile, or another program was
 * faster. What they answered or gave back counts whenever it is heard while it is theirs, also
 * while we want it back. Pure.
 */
final class Going {
    private Going() {}

    /** What happens to it. */
    enum Event {
        /** Somebody here sends it again. */
        AGAIN,
        /** Somebody here wants to go on asking for its number. */
        ASK_ON,
        /** Somebody here ends it. */
        END,
        /** Somebody here wants it back. */
        ASK_BACK,
        /** The table has no name for codes of ours. */
        LACKS,
        /** They took it, and give it a number later. */
        PROMISED,
        /** They have it. */
        TAKEN,
        /** They will not take it. */
        REFUSED,
        /** They answered. */
        ANSWERED,
        /** They gave it back. */
        GAVE_BACK,
        /** They let it go, because we asked. */
        LET_GO,
        /** They keep it, though we asked. */
        KEPT,
        /** It ended here, or must not leave any more; they do not have it. */
        OVER,
        /** It ended here, they may have it, and it can't be asked back. */
        LEFT,
        /** It goes on here after it had ended. */
        GOES_ON
    }

    /** What was answered, given back or taken back stays so. */
    private static final Map<State, Map<Event, State>> TABLE =
            Map.of(
                    WAITING,
                    Map.of(
                            Event.LACKS, UNMAPPED,
                            Event.PROMISED, UNNUMBERED,
                            Event.TAKEN, SENT,
                            Event.REFUSED, REFUSED,
                            Event.END, ENDED,
                            Event.OVER, ENDED,
                            Event.LEFT, UNTOLD),
                    UNNUMBERED,
                    Map.of(
                            Event.TAKEN, SENT,
                            Event.REFUSED, REFUSED,
                            Event.END, ENDED,
                            Event.LEFT, UNTOLD),
                    UNMAPPED,
                    Map.of(
                            Event.AGAIN, WAITING,
                            Event.END, ENDED,
                            Event.OVER, ENDED,
                            Event.LEFT, UNTOLD),
                    REFUSED,
                    Map.of(
                            Event.AGAIN, WAITING,
                            Event.ASK_ON, UNNUMBERED,
                            Event.END, ENDED,
                            Event.OVER, ENDED,
                            Event.LEFT, UNTOLD),
                    SENT,
                    Map.of(
                            Event.ANSWERED, ANSWERED,
                            Event.GAVE_BACK, RETURNED,
                            Event.ASK_BACK, ASKED_BACK,
                            Event.END, ENDED,
                            Event.LEFT, UNTOLD),
                    ASKED_BACK,
                    Map.of(
                            Event.ANSWERED, ANSWERED,
                            Event.GAVE_BACK, RETURNED,
                            Event.LET_GO, TAKEN_BACK,
                            Event.KEPT, SENT,
                            Event.END, ENDED,
                            Event.LEFT, UNTOLD),
                    UNTOLD,
                    Map.of(
                            Event.GOES_ON, SENT,
                            Event.REFUSED, REFUSED,
                            Event.ASK_BACK, ASKED_BACK,
                            Event.END, ENDED),
                    // It was being sent when somebody ended it: they have it, and it can be asked
                    // back.
                    ENDED,
                    Map.of(
                            Event.PROMISED, ENDED,
                            Event.TAKEN, ENDED,
                            Event.ASK_BACK, ASKED_BACK));

    /** Where it stands afterwards; empty when nothing changes. */
    static Optional<State> next(State state, Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
    }
}
