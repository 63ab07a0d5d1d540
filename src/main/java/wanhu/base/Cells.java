package wanhu.base;

import java.util.List;

/** Makes text safe as a cell of a CSV or Excel file. */
public final class Cells {
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    /** Before what a file says of itself: such a row is no row of the table. */
    public static final String NOTE = "※";

    private Cells() {}

    /** Whether the row is a note of the file about itself, such as who took it. */
    public static boolean note(List<String> row) {
        return !row.isEmpty()
                && row.getFirst().startsWith(NOTE)
                && row.stream().skip(1).allMatch(String::isBlank);
    }

    /**
     * Text that no spreadsheet takes for a formula (CWE-1236): a leading sign of a formula, also
     * the full-width ones, gets an apostrophe before it.
     */
    public static String text(String value) {
        return !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    /** The same as one quoted CSV field (RFC 4180). */
    public static String csv(String value) {
        return '"' + text(value).replace("\"", "\"\"") + '"';
    }
}
