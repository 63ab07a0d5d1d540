package wanhu.round;

/** How often a kind of meeting comes. */
public enum Cadence {
    /** 每周: once in an ISO week; its list is whatever is open when it begins. */
    WEEKLY,
    /** 每月定日: its list closes at 24:00 of a day of the month. */
    DAY_OF_MONTH,
    /** 不定期: when the body calls it; its list is whatever is open at that moment. */
    NONE
}
