package wanhu.duty;

/** Whether a matter may be dispatched to a unit, by the duty lists of the day. */
public sealed interface Gate {
    /** The lists do not stand against it. */
    record Allowed() implements Gate {}

    /**
     * The township only helps: the department must lead.
     *
     * @param item the item of the list
     * @param lead name of the department that leads
     */
    record Cooperative(DutyItem item, String lead) implements Gate {}

    /**
     * Higher levels have taken the item back: it can't be pushed down.
     *
     * @param item the item of the list
     * @param owner name of the unit that owns it
     * @param basis the law behind it
     */
    record Refused(DutyItem item, String owner, String basis) implements Gate {}
}
