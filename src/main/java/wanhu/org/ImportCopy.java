package wanhu.org;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import wanhu.base.Ids;

/** Writes the new units of an import that has been judged clean. */
final class ImportCopy {
    private static final int PROGRESS_ROWS = 10_000;

    private final ImportStore store;
    private final ImportRows rows;
    private final ImportJudge judge;

    /** Rows under which others stand, ascending, and the ids that they get. */
    private final int[] parents;

    private final long[] idsHigh;
    private final long[] idsLow;
    private final Map<Integer, Integer> counts = new TreeMap<>();

    ImportCopy(ImportStore store, ImportRows rows, ImportJudge judge) {
        this.store = store;
        this.rows = rows;
        this.judge = judge;
        parents = IntStream.range(0, rows.count()).filter(judge::hasChildren).toArray();
        idsHigh = new long[parents.length];
        idsLow = new long[parents.length];
    }

    /** Writes them and gives how many new units each county has. */
    Map<Integer, Integer> run(Path file, LocalDate from, IntConsumer progress) {
        for (int at = 0; at < parents.length; at++) {
            var id = Ids.next();
            idsHigh[at] = id.getMostSignificantBits();
            idsLow[at] = id.getLeastSignificantBits();
        }
        try (var copy = store.copy()) {
            Imports.each(
                    file,
                    (index, row) -> {
                        if (!rows.known(index)) {
                            write(copy, index, row, from);
                        }
                        if ((index + 1) % PROGRESS_ROWS == 0) {
                            progress.accept(index + 1);
                        }
                    });
        }
        store.useOrdinals(judge.gave());
        progress.accept(rows.count());
        return counts;
    }

    private void write(ImportStore.Copy copy, int index, ImportRow row, LocalDate from) {
        int county = judge.county(index);
        counts.merge(county, 1, Integer::sum);
        copy.field(county)
                .field(judge.hasChildren(index) ? idOfParent(index) : Ids.next())
                .field(row.divisionCode(rows.kind(index)).orElseThrow().text())
                .field(judge.path(index).text())
                .field(above(index))
                .field(rows.kind(index).name())
                .field(row.name())
                .field(Initials.of(row.name()))
                .field(judge.ordinal(index))
                .field(judge.nextChild(index))
                .field(from)
                .end();
    }

    private Object above(int index) {
        var standing = judge.standingParent(index);
        if (standing != null) {
            return standing.id();
        }
        int parent = rows.parentRow(index);
        return parent == ImportRows.NONE ? ImportStore.NULL : idOfParent(parent);
    }

    private UUID idOfParent(int row) {
        int at = Arrays.binarySearch(parents, row);
        return new UUID(idsHigh[at], idsLow[at]);
    }
}
