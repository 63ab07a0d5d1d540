package wanhu.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import wanhu.base.SealedRow;
import wanhu.base.SealedRows;
import wanhu.crypto.Suite;

/**
 * One walk along the chain of a county with the rows beside it. Rows are read in ranges of
 * transactions; one whose transaction took long waits here for its batch.
 */
final class Walk {
    /** A row may be so much older than the seal before its own: so long may a transaction take. */
    private static final Duration TRANSACTION_MAX = Duration.ofHours(1);

    /** So many rows are hashed at a time, beside those that are being read. */
    private static final int PIECE_ROWS = 1_000;

    private static final int PIECES_AT_ONCE =
            Math.max(1, Runtime.getRuntime().availableProcessors());

    private final int county;
    private final List<SealedRows> tables;
    private final Map<Key, Hashed> open = new HashMap<>();
    private long readUntil;
    private int number;
    private long rows;
    private long waiting;
    private Hash chain = Hash.ZERO;

    Walk(int county, List<SealedRows> tables) {
        this.county = county;
        this.tables = tables;
    }

    private record Key(char letter, UUID id) {}

    private record Hashed(Key key, long transaction, Instant recorded, Hash hash) {}

    int batches() {
        return number;
    }

    long rows() {
        return rows;
    }

    long waiting() {
        return waiting;
    }

    Hash chain() {
        return chain;
    }

    /** Compares some batches of one suite that follow each other. */
    Optional<Finding> window(List<Batch> batches) {
        read(
                batches.getFirst().suite(),
                batches.stream().mapToLong(Batch::until).max().orElse(readUntil));
        return batches.stream().flatMap(batch -> batch(batch).stream()).findFirst();
    }

    private void read(Suite suite, long until) {
        if (until <= readUntil) {
            return;
        }
        for (var table : tables) {
            try (var found = table.written(county, readUntil, until)) {
                found.gather(Gatherers.windowFixed(PIECE_ROWS))
                        .gather(
                                Gatherers.mapConcurrent(
                                        PIECES_AT_ONCE,
                                        piece -> hashed(suite, table.letter(), piece)))
                        .flatMap(List::stream)
                        .forEach(row -> open.put(row.key(), row));
            }
        }
        readUntil = until;
    }

    private static List<Hashed> hashed(Suite suite, char letter, List<SealedRow> rows) {
        var hasher = Hasher.of(suite);
        return rows.stream()
                .map(row ->
                        new Hashed(
                                new Key(letter, row.id()),
                                row.transaction(),
                                row.recorded(),
                                Canon.leaf(hasher, row)))
                .toList();
    }

    private Optional<Finding> batch(Batch batch) {
        number++;
        if (batch.number() != number) {
            return Optional.of(Finding.batch(Finding.Kind.BATCH_MISSING, number));
        }
        var row = leaves(batch);
        if (row.isPresent()) {
            return row;
        }
        boolean same =
                Leaf.root(Hasher.of(batch.suite()), batch.leaves()).equals(batch.root())
                        && batch.chainAfter(chain).equals(batch.chain());
        chain = batch.chain();
        return same
                ? Optional.empty()
                : Optional.of(Finding.batch(Finding.Kind.BATCH_CHANGED, number));
    }

    private Optional<Finding> leaves(Batch batch) {
        @Nullable Leaf before = null;
        @Nullable Hashed beforeRow = null;
        for (int at = 0; at < batch.leaves().size(); at++) {
            var leaf = batch.leaves().get(at);
            var row = open.remove(new Key(leaf.letter(), leaf.id()));
            var fault = fault(batch, leaf, row);
            if (fault == null && row != null && before != null && beforeRow != null) {
                fault = ordered(beforeRow, before, row, leaf);
            }
            if (fault != null) {
                return Optional.of(new Finding(fault, number, at + 1, leaf.letter(), leaf.id()));
            }
            before = leaf;
            beforeRow = row;
            rows++;
        }
        return Optional.empty();
    }

    private static Finding.@Nullable Kind fault(Batch batch, Leaf leaf, @Nullable Hashed row) {
        if (row == null) {
            return Finding.Kind.REMOVED;
        }
        if (!row.hash().equals(leaf.hash())) {
            return Finding.Kind.CHANGED;
        }
        var since = batch.since();
        return since != null && row.recorded().isBefore(since.minus(TRANSACTION_MAX))
                ? Finding.Kind.BACKDATED
                : null;
    }

    private static Finding.@Nullable Kind ordered(
            Hashed beforeRow, Leaf before, Hashed row, Leaf leaf) {
        int order = Long.compare(beforeRow.transaction(), row.transaction());
        boolean right = order == 0 ? Leaf.compare(before.id(), leaf.id()) < 0 : order < 0;
        return right ? null : Finding.Kind.OUT_OF_ORDER;
    }

    /** What no batch has named: it waits for the seal, unless the seal must have seen it. */
    Optional<Finding> rest(Snapshot seen) {
        read(Suite.STANDARD, Long.MAX_VALUE);
        waiting = open.values().stream().filter(row -> !seen.sees(row.transaction())).count();
        return open.entrySet().stream()
                .filter(row -> seen.sees(row.getValue().transaction()))
                .min(
                        Comparator.comparingLong((Map.Entry<Key, Hashed> row) ->
                                        row.getValue().transaction())
                                .thenComparing(row -> row.getKey().id(), Leaf::compare))
                .map(row ->
                        new Finding(
                                Finding.Kind.INSERTED,
                                0,
                                0,
                                row.getKey().letter(),
                                row.getKey().id()));
    }
}
