package wanhu.law;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Cutoffs;
import wanhu.calendar.Term;

/**
 * A limit as it holds in one county from some day.
 *
 * @param key which limit
 * @param version 0 as shipped, then 1, 2, …
 * @param validFrom first day on which it holds
 * @param validUntil first day on which the next version holds; null while none is known
 * @param value as its kind states it
 * @param source where it comes from
 */
public record Rule(
        RuleKey key,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String value,
        Source source) {

    /** The value of a rule of kind TERM or DAYS. */
    public Term term() {
        if (key.kind() != RuleKind.TERM && key.kind() != RuleKind.DAYS) {
            throw new IllegalStateException("Expected a term but " + key + " is " + value);
        }
        return Term.parse(value);
    }

    /** The value of a rule that is a number; of a rule of kind DAYS, the days. */
    public int number() {
        return switch (key.kind()) {
            case TIMES, COUNT, PERCENT, DAY_OF_MONTH -> Integer.parseInt(value);
            case DAYS -> term().amount();
            case TERM, SHIFT ->
                    throw new IllegalStateException(
                            "Expected a number but " + key + " is " + value);
        };
    }

    /** The value of a rule of kind SHIFT. */
    public Cutoffs.Shift shift() {
        if (key.kind() != RuleKind.SHIFT) {
            throw new IllegalStateException("Expected a shift but " + key + " is " + value);
        }
        return Cutoffs.Shift.valueOf(value);
    }

    /** For screens: 依据 and the source. */
    public String citation(Locale locale) {
        return source.citation(locale);
    }

    /** Whether it holds on the day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    Rule until(LocalDate next) {
        return new Rule(key, version, validFrom, next, value, source);
    }
}
