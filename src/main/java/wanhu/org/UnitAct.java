package wanhu.org;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated act as it stands in the book.
 *
 * @param id the act
 * @param change what it does
 * @param effective the day on which it takes effect
 * @param document number of the document that orders it
 * @param state where it stands
 * @param failure word of the refusal when it could not be applied on its day, or null
 * @param by name of who approved it
 * @param at when it was approved
 */
record UnitAct(
        UUID id,
        UnitChange change,
        LocalDate effective,
        String document,
        State state,
        @Nullable String failure,
        String by,
        Instant at) {
    /** Where an act stands. */
    enum State {
        /** Waits for its day. */
        APPROVED,
        /** Has taken effect. */
        APPLIED,
        /** Was withdrawn before its day. */
        WITHDRAWN,
        /** Could not be applied on its day. */
        FAILED
    }
}
