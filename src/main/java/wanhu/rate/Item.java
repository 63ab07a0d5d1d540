package wanhu.rate;

import java.time.YearMonth;
import java.util.UUID;

/**
 * One finding of a matter.
 *
 * @param no which of the matter's findings
 * @param unit the unit that handles the matter
 * @param category code at the top of the tree
 * @param month in which it was found out
 * @param excluded whether somebody above the unit has left the matter out
 */
record Item(
        UUID matter,
        int no,
        UUID unit,
        String category,
        YearMonth month,
        Finding finding,
        boolean excluded) {}
