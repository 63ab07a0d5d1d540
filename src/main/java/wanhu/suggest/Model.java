package wanhu.suggest;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of what was learned, without its form.
 *
 * @param version 1, 2, 3 for each subject of a county
 * @param method how it was learned
 * @param source from what
 * @param exam what came out when it was asked about a fifth of it that it had not seen
 * @param keywordsF1 macro-F1 over the same fifth without anything learned: of the hand-written
 *     words, or of always naming the usual unit
 * @param used whether it suggests; one that is no better doesn't
 */
record Model(
        int county,
        UUID id,
        Subject subject,
        int version,
        String method,
        Instant learned,
        int millis,
        Source source,
        Exam exam,
        double keywordsF1,
        boolean used) {

    /**
     * From what it was learned.
     *
     * @param matters how many
     * @param corrected of them, those in which a person had chosen otherwise than suggested
     * @param first when the first of them was reported
     * @param last when the last of them was
     */
    record Source(int matters, int corrected, Instant first, Instant last) {}
}
