package wanhu.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import wanhu.calendar.Lateness;

/**
 * 月提示清单: what is due in a month.
 *
 * @param silent started projects of which nothing was told for so many days
 */
record MonthPage(YearMonth month, List<Line> lines, List<Row> silent, int silentDays) {

    /**
     * A milestone or a deadline.
     *
     * @param due end of the last day, exclusive
     */
    record Line(DueItem item, String responsible, Lateness lateness, Instant due) {}

    long late() {
        return lines.stream().filter(each -> each.lateness() == Lateness.OVERDUE).count();
    }
}
