package wanhu.matter;

import wanhu.matter.MatterQuery.Sort;

/**
 * A run of rows of a list in one order: with a key to sort by, or without.
 *
 * @param part whether the promise is that of a co-handler's task
 * @param keyed whether the rows have the key
 */
record Segment(Sort sort, boolean part, boolean keyed) {
    /** The column to sort by. */
    String key() {
        return switch (sort) {
            case DUE -> part ? "p.due_at" : "m.due_at";
            case NEWEST, OLDEST -> "m.reported_at";
            case SUPPORTERS -> "m.supporters";
        };
    }

    /** Whether the least comes first. */
    boolean ascending() {
        return sort == Sort.DUE || sort == Sort.OLDEST;
    }

    /** Which rows belong to it: those with a promise, or with more than one requester. */
    String rows() {
        if (sort == Sort.SUPPORTERS) {
            return keyed ? "m.supporters > 1" : "m.supporters <= 1";
        }
        return dated();
    }

    /** The same where the rows are found by their deadline, whatever their order. */
    String dated() {
        if (sort != Sort.DUE) {
            return "true";
        }
        var promised = part ? "p.due_at is not null" : "m.open and m.due_at is not null";
        return keyed ? promised : "not (" + promised + ")";
    }
}
