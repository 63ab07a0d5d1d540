package wanhu.org;

import java.util.List;
import java.util.Map;

/**
 * What an import would do, or has done.
 *
 * @param rows rows of the file without the heading
 * @param fresh units that are new
 * @param known units that are there already, the same; they stay as they are
 * @param bad rows with a fault; one is enough and nothing is imported
 * @param freshByKind new units by kind
 * @param faults how many rows have which fault
 * @param shown the first bad rows, at most {@value #SHOWN_ROWS_MAX}
 */
public record ImportReport(
        int rows,
        int fresh,
        int known,
        int bad,
        Map<String, Integer> freshByKind,
        Map<String, Integer> faults,
        List<BadRow> shown) {
    /** How many bad rows a page shows; the error file has all. */
    public static final int SHOWN_ROWS_MAX = 50;

    /**
     * A row with a fault, as it stands in the file.
     *
     * @param number number of the row in the file
     * @param cells code, parent, level, name and kind as typed
     * @param faults names of the faults, keys of words under {@code org.import.fault}
     */
    public record BadRow(int number, List<String> cells, List<String> faults) {
        public BadRow {
            cells = List.copyOf(cells);
            faults = List.copyOf(faults);
        }
    }

    public ImportReport {
        freshByKind = Map.copyOf(freshByKind);
        faults = Map.copyOf(faults);
        shown = List.copyOf(shown);
    }

    /** Whether everything can be imported. */
    public boolean clean() {
        return bad == 0;
    }
}
