package wanhu.ledger;

import java.util.List;

/**
 * A project as everybody sees it.
 *
 * @param with names of the units that help
 * @param told the public lines of its history, newest first
 * @param matters how many matters led to it
 */
record PublicPage(
        Row row,
        List<String> with,
        List<Line> told,
        int matters,
        Opinion requesters,
        Opinion check) {
    /** A line with the name of the unit that wrote it; persons are not named. */
    record Line(Event event, String unit) {}

    Project project() {
        return row.project();
    }

    /** Whether it was done, so that people can say what they think. */
    boolean done() {
        return project().times().done() != null;
    }
}
