package wanhu.base;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A table of append-only rows that the record of acts seals. The room that owns the table offers
 * it; its rows carry the number of their transaction and a salt.
 */
public interface SealedRows {
    /** One letter that stands for the table in the seals, for ever. */
    char letter();

    /**
     * Rows that have become visible between two snapshots of PostgreSQL, in the order of county,
     * transaction, id. In a transaction, because it reads piece by piece; to be closed.
     */
    Stream<SealedRow> between(String snapshot, String later);

    /** Rows of a county with transaction numbers above the first up to the second, inclusive. */
    Stream<SealedRow> written(int county, long after, long until);

    /** Rows as an auditor finds them, the newest first. */
    List<Recorded> find(RecordQuery query, int limit);

    /** Names of what its rows can tell, for filters. */
    List<String> verbs();

    /** Rows that are about one thing, oldest first, bounded. */
    List<SealedRow> about(int county, UUID thing);
}
