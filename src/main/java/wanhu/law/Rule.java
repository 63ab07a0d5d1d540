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

    /** The value of a rule of kind TERM. */
    public Term term() {
        expect(RuleKind.TERM);
        return Term.parse(value);
    }

    /** The value of a rule that is a number. */
    public int number() {
        if (key.kind() == RuleKind.TERM || key.kind() == RuleKind.SHIFT) {
            throw new IllegalStateException("Expected a number but " + key + " is " + value);
        }
        return Integer.parseInt(value);
    }

    /** The value of a rule of kind SHIFT. */
    public Cutoffs.Shift shift() {
        expect(RuleKind.SHIFT);
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

    private void expect(RuleKind kind) {
        if (key.kind() != kind) {
            throw new IllegalStateException(
                    "Expected a rule of kind " + kind + " but " + key + " is " + value);
        }
    }
}
