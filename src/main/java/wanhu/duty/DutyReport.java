package wanhu.duty;

import java.util.List;

/**
 * What an import of the lists would do.
 *
 * @param rows rows of the file without the heading
 * @param basic items of the basic list
 * @param cooperative items of the cooperative list
 * @param takenBack items that have been taken back
 * @param bad rows with a fault; one is enough and nothing is imported
 * @param faults all bad rows in the order of the file
 * @param unknownLeads departments that the county's tree does not have by that name
 */
public record DutyReport(
        int rows,
        int basic,
        int cooperative,
        int takenBack,
        int bad,
        List<BadRow> faults,
        List<String> unknownLeads) {
    /** How many bad rows a page shows; the error file has all. */
    public static final int SHOWN_ROWS_MAX = 50;

    /**
     * A row with a fault.
     *
     * @param number number of the row in the file
     * @param code the item's number as typed
     * @param text the item's text as typed
     * @param faults keys of words under {@code duty.fault}
     */
    public record BadRow(int number, String code, String text, List<String> faults) {
        public BadRow {
            faults = List.copyOf(faults);
        }
    }

    public DutyReport {
        faults = List.copyOf(faults);
        unknownLeads = List.copyOf(unknownLeads);
    }

    /** Whether everything can be imported. */
    public boolean clean() {
        return bad == 0;
    }

    /** The bad rows that a page shows. */
    public List<BadRow> shown() {
        return faults.subList(0, Math.min(faults.size(), SHOWN_ROWS_MAX));
    }
}
