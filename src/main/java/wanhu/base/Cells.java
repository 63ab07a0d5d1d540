package wanhu.base;

/** Makes text safe as a cell of a CSV or Excel file. */
public final class Cells {
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private Cells() {}

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
