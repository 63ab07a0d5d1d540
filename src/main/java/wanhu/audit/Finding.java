package wanhu.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that does not fit the seals.
 *
 * @param batch number of the batch in which it shows; 0 for the end of the chain
 * @param position place of the row in the batch, from 1; 0 when it is no single row
 * @param letter letter of the row's table; '-' when it is no single row
 * @param row the row; null when it is no single row
 */
record Finding(Kind kind, int batch, int position, char letter, @Nullable UUID row) {
    /** What is wrong. */
    enum Kind {
        /** A row says something else than when it was sealed, or was swapped with another. */
        CHANGED,
        /** A sealed row is gone. */
        REMOVED,
        /** A row stands among sealed ones that was never sealed. */
        INSERTED,
        /** A row says that it was written long before it came to be sealed. */
        BACKDATED,
        /** Rows are sealed in another order than that of their transactions. */
        OUT_OF_ORDER,
        /** A batch is gone. */
        BATCH_MISSING,
        /** A batch or its place in the chain was changed. */
        BATCH_CHANGED,
        /** The end of the chain was cut off. */
        CUT_OFF,
        /** The root of a day is not that of its batches. */
        DAY_CHANGED,
        /** The signature of a day is missing, or is not that of the installation's key. */
        DAY_SIGNATURE
    }

    static Finding batch(Kind kind, int batch) {
        return new Finding(kind, batch, 0, '-', null);
    }
}
