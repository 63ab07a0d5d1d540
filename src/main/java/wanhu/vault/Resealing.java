package wanhu.vault;

import java.util.Optional;
import java.util.UUID;

/**
 * A room that keeps sealed values and can seal them anew with the current key. Asked in batches
 * while the product works, each in a transaction of its own; a value that somebody changes
 * meanwhile is left to them.
 */
public interface Resealing {
    /**
     * A row of the room.
     *
     * @param county six-digit code of its county; 0 for rows that belong to none
     * @param id of the row
     */
    record Place(int county, UUID id) {
        /** Before all rows. */
        public static final Place START = new Place(0, new UUID(0, 0));
    }

    /**
     * Seals values anew that lie after a row and are not under the current key.
     *
     * @param rows how many at most
     * @return the last row that was done; empty when none was left
     */
    Optional<Place> reseal(Place after, int rows);
}
