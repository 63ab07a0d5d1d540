package wanhu.round;

import java.util.regex.Pattern;
import wanhu.base.Refused;
import wanhu.calendar.Term;
import wanhu.law.RuleKey;
import wanhu.law.RuleKind;

/** A day on which a kind of meeting depends, as data says it: "CUTOFF_VILLAGE", "25" or "2wd". */
public sealed interface RoundDay {
    /** The day or term that a rule of the county states, with its source. */
    record ByRule(RuleKey key) implements RoundDay {
        public ByRule {
            if (key.kind() != RuleKind.DAY_OF_MONTH && key.kind() != RuleKind.TERM) {
                throw new Refused(Refused.Kind.INVALID, "round.refused.day", key.name());
            }
        }

        @Override
        public String text() {
            return key.name();
        }
    }

    /** A day of the month, 1 to 31; the last day of a shorter month stands for a later one. */
    record OnDay(int day) implements RoundDay {
        public OnDay {
            if (day < 1 || day > 31) {
                throw new Refused(Refused.Kind.INVALID, "round.refused.day", day);
            }
        }

        @Override
        public String text() {
            return Integer.toString(day);
        }
    }

    /** So long after the list was closed. */
    record After(Term term) implements RoundDay {
        @Override
        public String text() {
            return term.toString();
        }
    }

    /** As {@link #parse} reads it. */
    String text();

    /**
     * Reads a day.
     *
     * @throws Refused INVALID when it is neither a rule, a day nor a term
     */
    static RoundDay parse(String text) {
        var plain = text.strip();
        if (Grammar.DAY.matcher(plain).matches()) {
            return new OnDay(Integer.parseInt(plain));
        }
        try {
            return Grammar.RULE.matcher(plain).matches()
                    ? new ByRule(RuleKey.valueOf(plain))
                    : new After(Term.parse(plain));
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.day", plain);
        }
    }

    /** What the texts look like. */
    final class Grammar {
        private static final Pattern DAY = Pattern.compile("\\d{1,2}");
        private static final Pattern RULE = Pattern.compile("[A-Z][A-Z_]+");

        private Grammar() {}
    }
}
