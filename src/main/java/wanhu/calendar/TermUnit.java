package wanhu.calendar;

/** In what a period is counted (Civil Code article 200: years, months, days, hours). */
public enum TermUnit {
    /** Hours on the clock, day and night, from the moment (article 201, paragraph 2). */
    HOURS("h"),
    /** Hours within the working intervals of the calendar, from the moment. */
    WORK_HOURS("wh"),
    /** Calendar days, from the next day (article 201, paragraph 1). */
    DAYS("d"),
    /** 工作日: days on which offices work, from the next day. */
    WORKDAYS("wd"),
    /** Months, from the next day to the same date (article 202). */
    MONTHS("m");

    private final String sign;

    TermUnit(String sign) {
        this.sign = sign;
    }

    /** How the unit is written after its amount: "h", "wh", "d", "wd", "m". */
    public String sign() {
        return sign;
    }

    /**
     * The unit of a sign.
     *
     * @throws IllegalArgumentException when no unit is written so
     */
    public static TermUnit ofSign(String sign) {
        for (TermUnit unit : values()) {
            if (unit.sign.equals(sign)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("Expected h, wh, d, wd or m but got " + sign);
    }
}
