package wanhu.breach;

import java.time.Instant;

/**
 * One version of the two drafts.
 *
 * @param number from 1
 * @param by who made it, as which post
 * @param report to the authority
 * @param notice to the persons
 */
record Version(int number, Instant made, String by, Counts counts, String report, String notice) {
    /** Longest draft, in characters; the table says the same. */
    static final int CHARACTERS_MAX = 20_000;
}
