package wanhu.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What somebody wants to take away.
 *
 * @param list name of the list
 * @param filters its filters as an address has them, in one order
 * @param told the same for people
 * @param rows how many rows it has now
 */
public record Wish(String list, String filters, String told, int rows) {
    /** Whether one person alone may take so many. */
    public boolean free() {
        return rows <= Exports.ROWS_FREE_MAX;
    }

    /** The names of its filters; their values may be words of a resident. */
    String names() {
        return Arrays.stream(filters.split("&"))
                .map(each -> each.substring(0, Math.max(0, each.indexOf('='))))
                .collect(Collectors.joining(" "));
    }
}
