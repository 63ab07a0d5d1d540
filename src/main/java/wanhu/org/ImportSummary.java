package wanhu.org;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what an import would do and reads the texts of the bad rows from the file again. */
final class ImportSummary {
    private ImportSummary() {}

    static ImportReport of(Path file, ImportRows rows, ImportJudge judge) {
        int known = 0;
        int bad = 0;
        var kinds = new EnumMap<UnitKind, Integer>(UnitKind.class);
        var faults = new EnumMap<ImportFault, Integer>(ImportFault.class);
        for (int row = 0; row < rows.count(); row++) {
            if (rows.faulty(row)) {
                bad++;
                rows.faults(row).forEach(fault -> faults.merge(fault, 1, Integer::sum));
            } else if (rows.known(row)) {
                known++;
            } else {
                kinds.merge(rows.kind(row), 1, Integer::sum);
            }
        }
        var shown = new ArrayList<ImportReport.BadRow>();
        if (bad > 0) {
            badRows(file, rows, row -> addSome(shown, row));
        }
        int fresh = rows.count() - known - bad;
        return new ImportReport(
                rows.count(), fresh, known, bad, named(kinds), named(faults), shown);
    }

    static void badRows(Path file, ImportRows rows, Consumer<ImportReport.BadRow> taker) {
        Imports.each(
                file,
                (index, row) -> {
                    if (rows.faulty(index)) {
                        taker.accept(bad(row, rows.faults(index)));
                    }
                });
    }

    private static void addSome(List<ImportReport.BadRow> shown, ImportReport.BadRow row) {
        if (shown.size() < ImportReport.SHOWN_ROWS_MAX) {
            shown.add(row);
        }
    }

    private static ImportReport.BadRow bad(ImportRow row, List<ImportFault> faults) {
        return new ImportReport.BadRow(
                row.number(),
                List.of(row.code(), row.parent(), row.level(), row.name(), row.kind()),
                faults.stream().map(Enum::name).toList());
    }

    private static <K extends Enum<K>> Map<String, Integer> named(EnumMap<K, Integer> counts) {
        var named = new LinkedHashMap<String, Integer>();
        counts.forEach((key, count) -> named.put(key.name(), count));
        return named;
    }
}
