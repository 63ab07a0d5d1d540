package wanhu.law;

import java.util.Locale;
import wanhu.base.Refused;
import wanhu.calendar.Cutoffs;
import wanhu.calendar.Term;
import wanhu.calendar.TermUnit;

/** Whether a county may set a rule to a value; pure. */
final class RuleCheck {
    private static final int HOURS_A_DAY = 24;
    private static final int WORK_HOURS_A_DAY = 6;
    private static final int WORKDAYS_A_WEEK = 5;
    private static final int DAYS_A_WEEK = 7;
    private static final int DAYS_A_MONTH = 31;

    private RuleCheck() {}

    /**
     * The value in its canonical form.
     *
     * @throws Refused when it can't be read, lies out of range, or is weaker than the law, whose
     *     article is then named
     */
    static String checked(RuleKey key, String value) {
        var canonical = canonical(key, value.strip());
        var bound = Shipped.bound(key);
        if (!within(key, canonical, bound)) {
            throw bound.law() == null
                    ? new Refused(
                            Refused.Kind.RULE, "law.refused.range", bound.floor(), bound.ceiling())
                    : new Refused(
                            Refused.Kind.RULE,
                            "law.refused.weaker",
                            canonical,
                            bound.law().name(Locale.CHINESE),
                            bound.law().name(Locale.ENGLISH),
                            limit(bound));
        }
        return canonical;
    }

    private static String limit(Bound bound) {
        return bound.ceiling().isEmpty() ? bound.floor() : bound.ceiling();
    }

    private static String canonical(RuleKey key, String value) {
        try {
            return switch (key.kind()) {
                case TERM -> Term.parse(value).toString();
                case DAYS -> inDays(value).toString();
                case SHIFT -> Cutoffs.Shift.valueOf(value).name();
                case TIMES, COUNT, PERCENT, DAY_OF_MONTH ->
                        Integer.toString(Integer.parseInt(value));
            };
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.INVALID, "law.refused.value." + key.kind());
        }
    }

    private static Term inDays(String value) {
        var term = Term.parse(value.endsWith("d") ? value : value + "d");
        if (term.unit() != TermUnit.DAYS) {
            throw new IllegalArgumentException("Expected days but got " + value);
        }
        return term;
    }

    private static boolean within(RuleKey key, String value, Bound bound) {
        return switch (key.kind()) {
            case SHIFT -> true;
            case TERM, DAYS ->
                    (bound.floor().isEmpty() || days(value) >= days(bound.floor()))
                            && (bound.ceiling().isEmpty() || days(value) <= days(bound.ceiling()));
            case TIMES, COUNT, PERCENT, DAY_OF_MONTH ->
                    (bound.floor().isEmpty() || number(value) >= number(bound.floor()))
                            && (bound.ceiling().isEmpty()
                                    || number(value) <= number(bound.ceiling()));
        };
    }

    private static int number(String value) {
        return Integer.parseInt(value);
    }

    /**
     * Length in calendar days for comparing terms of different units: five workdays are a week, a
     * month has 31 days. Terms of equal unit compare exactly.
     */
    private static double days(String value) {
        var term = Term.parse(value);
        double amount = term.amount();
        return switch (term.unit()) {
            case HOURS -> amount / HOURS_A_DAY;
            case WORK_HOURS -> amount / WORK_HOURS_A_DAY * DAYS_A_WEEK / WORKDAYS_A_WEEK;
            case DAYS -> amount;
            case WORKDAYS -> amount * DAYS_A_WEEK / WORKDAYS_A_WEEK;
            case MONTHS -> amount * DAYS_A_MONTH;
        };
    }
}
