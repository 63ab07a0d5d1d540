package wanhu.law;

/** In what the value of a rule is stated. */
public enum RuleKind {
    /** A length of time: 24h, 5wd, 90d. */
    TERM,
    /** A length of time in calendar days alone: 90d. */
    DAYS,
    /** How often something may or must happen. */
    TIMES,
    /** A number of households, units, matters or people. */
    COUNT,
    /** A share of 100. */
    PERCENT,
    /** A day of the month, 1 to 28. */
    DAY_OF_MONTH,
    /** What becomes of a cut-off on a rest day: NONE, WORKDAY_BEFORE, WORKDAY_AFTER. */
    SHIFT
}
