package wanhu.calendar;

/**
 * What was done to a calendar.
 *
 * @param what the kind of change; its text is the word "calendar.change.WHAT"
 * @param detail which year, day or hours, as shown
 */
public record CalendarChange(What what, String detail) {
    /** Kinds of change. */
    public enum What {
        /** The notice of a year was imported. */
        NOTICE,
        /** A day of the county's own was added. */
        DAY_ADDED,
        /** A day of the county's own was removed. */
        DAY_REMOVED,
        /** The office hours were set. */
        HOURS,
        /** A new release brought other holidays. */
        SHIPPED
    }
}
