package wanhu.intake;

import java.util.Map;

/**
 * One row of an import file as text.
 *
 * @param number as a spreadsheet or an editor shows it, from 1
 * @param cells what stands in the known columns
 */
record FileRow(int number, Map<FileColumn, String> cells) {
    FileRow {
        cells = Map.copyOf(cells);
    }

    /** The cell without blanks around it; empty when there is none. */
    String get(FileColumn column) {
        return cells.getOrDefault(column, "").strip();
    }
}
