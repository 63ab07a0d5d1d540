package wanhu.base;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An append-only row as the seal of the record of acts sees it.
 *
 * @param transaction number of the transaction that wrote it, as PostgreSQL counts them
 * @param recorded when it was written, by the product's clock
 * @param open what everybody may read who gets a proof: ids, codes, times; no text of people
 * @param hidden texts of which the seal only knows a salted digest, by name
 * @param salt random, so that a short text cannot be guessed from its digest
 */
public record SealedRow(
        int county,
        long transaction,
        UUID id,
        Instant recorded,
        Map<String, String> open,
        Map<String, String> hidden,
        UUID salt) {
    private static final int ABOVE_ALL_CODES = 1_000_000;

    /** The code of a county in its six digits; quicker than a format, and there are millions. */
    public static String code(int county) {
        return Integer.toString(ABOVE_ALL_CODES + county).substring(1);
    }
}
