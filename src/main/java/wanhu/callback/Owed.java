package wanhu.callback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that is owed, or that the lot has spared.
 *
 * @param turn how often the matter had been done again
 * @param percent the share of its lot that is called, as it was when it was drawn
 * @param drawn whether it is called
 * @param attempts days on which nobody answered
 * @param note what was promised, or how it ended
 */
record Owed(
        int county,
        UUID id,
        UUID matter,
        String number,
        Kind kind,
        int turn,
        Lot lot,
        int percent,
        boolean drawn,
        UUID handler,
        Instant due,
        int attempts,
        @Nullable LocalDate lastAttempt,
        State state,
        String note,
        String by,
        @Nullable Instant ended) {
    /** Why it is owed. */
    enum Kind {
        /** 答复后回访. */
        FOLLOW_UP,
        /** 约定回电. */
        PROMISED
    }

    /** How it stands. */
    enum State {
        /** 待回访. */
        OPEN,
        /** 已回访. */
        REACHED,
        /** 未联系上: on as many days as the rule says. */
        NOT_REACHED,
        /** 群众已自评: nobody had to call. */
        RATED,
        /** 未抽中. */
        SPARED,
        /** 不再需要: the matter went another way. */
        LAPSED
    }

    boolean open() {
        return state == State.OPEN;
    }

    /** Whether somebody tried today already: the next attempt is for another day. */
    boolean triedOn(LocalDate today) {
        return today.equals(lastAttempt);
    }
}
