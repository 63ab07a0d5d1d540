package wanhu.ledger;

import java.time.LocalDate;
import java.util.UUID;
import wanhu.base.OrgPath;

/**
 * A line of the month's prompt list (月提示清单).
 *
 * @param milestone its name; empty for the deadline of the whole project
 * @param responsible unit that does it
 */
record DueItem(
        String number,
        String title,
        String milestone,
        int weight,
        LocalDate due,
        UUID responsible,
        OrgPath placePath,
        int percent) {
    /** Whether it is the deadline of the whole project. */
    boolean whole() {
        return milestone.isEmpty();
    }
}
