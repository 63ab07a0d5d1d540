package wanhu.life;

import java.time.LocalDate;
import java.util.Map;
import wanhu.calendar.Term;
import wanhu.promise.ClockKind;

/**
 * The limits that a decision respects, read from the rules in force on the day of the act.
 *
 * @param terms how long each clock runs that is not given by a date
 * @param finish to solve and answer, by kind
 * @param contactInDanger to speak with the resident when there is danger
 * @param extensionMax longest extension
 * @param returnsMax returns before the lead is named with finality
 * @param parkDaysMax days until what was parked is looked at again
 * @param attemptsMin failed follow-up attempts, on different days, before it may be closed
 * @param redoDaysMax days after closing in which it may be done again
 * @param ratingDaysMax days after closing in which a requester may rate
 * @param meetings ends of the rounds into which something raised now falls
 */
public record Limits(
        Map<ClockKind, Term> terms,
        Map<Kind, Term> finish,
        Term contactInDanger,
        Term extensionMax,
        int returnsMax,
        int parkDaysMax,
        int attemptsMin,
        int redoDaysMax,
        int ratingDaysMax,
        Meetings meetings) {

    public Limits {
        terms = Map.copyOf(terms);
        finish = Map.copyOf(finish);
    }

    /**
     * Ends of the rounds into which something raised today falls.
     *
     * @param township last day for the township's meeting to decide (28th; E3)
     * @param county last day for the county office to name a lead (batch end of the 28th and two
     *     working days; E4)
     * @param countyUrgent the same for what was raised urgently
     */
    public record Meetings(LocalDate township, LocalDate county, LocalDate countyUrgent) {}

    /** How long a clock runs that is not given by a date. */
    public Term term(ClockKind kind) {
        var term = terms.get(kind);
        if (term == null) {
            throw new IllegalArgumentException(
                    "Expected a term for " + kind + " but there is none");
        }
        return term;
    }

    Term finish(Kind kind) {
        return java.util.Objects.requireNonNull(finish.get(kind));
    }
}
