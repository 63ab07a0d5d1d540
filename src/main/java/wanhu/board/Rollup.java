package wanhu.board;

import java.time.Instant;

/**
 * 汇总: figures that a room keeps beside the matters, as a bean. They follow what happens and are
 * made by nobody else, so that all of them can be thrown away and made again with the same outcome.
 */
public interface Rollup {
    /**
     * The room that keeps them; its schema has a table {@code fold} (county, seen, folded_at) that
     * says how far each county is, and that {@link Rollups} alone reads and writes.
     */
    String room();

    /** Throws away what is kept of a county and makes all of it anew. */
    void makeAll(int county, Instant now);

    /**
     * Makes anew what was touched in or after a transaction.
     *
     * @param seen all before this transaction is in
     * @return false, and nothing done, when so much was touched that all is to be made anew
     */
    boolean follow(int county, long seen, Instant now);

    /**
     * How many parts of what is kept are not what the matters say, leaving out those that were
     * touched since; called in one snapshot of the database that only reads.
     *
     * @param seen all before this transaction is in
     */
    int differing(int county, long seen, Instant now);
}
