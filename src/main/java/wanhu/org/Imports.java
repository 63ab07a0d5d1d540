package wanhu.org;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.TableFile;

/**
 * Imports units from a table with the columns 代码, 上级代码, 级别, 名称 (code, parent, level, name) and,
 * when there is one, 类型 (kind): every bad row is named, and all or nothing is imported.
 */
@Service
public class Imports {
    /** Most rows of one import: the whole country has 665,276 divisions. */
    static final int ROWS_MAX = 2_000_000;

    private final ImportStore store;
    private final TreeCache cache;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Imports(ImportStore store, TreeCache cache, ApplicationEventPublisher facts, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Says what an import would do; changes nothing.
     *
     * @param within where units may be imported; null for everywhere
     * @throws Refused when the file is no table, has no such columns or too many rows
     */
    public ImportReport check(Path file, @Nullable OrgPath within) {
        var rows = read(file);
        var judge = judge(rows, within);
        return ImportSummary.of(file, rows, judge);
    }

    /** As {@link #check}, and gives every bad row to the taker, in the order of the file. */
    void badRows(Path file, @Nullable OrgPath within, Consumer<ImportReport.BadRow> taker) {
        var rows = read(file);
        judge(rows, within);
        ImportSummary.badRows(file, rows, taker);
    }

    /**
     * Imports all rows that are new.
     *
     * @param within where units may be imported; null for everywhere
     * @param from the first day on which the new units exist
     * @throws Refused when a row has a fault; nothing is imported then
     */
    @Transactional
    public ImportReport load(Path file, @Nullable OrgPath within, LocalDate from) {
        return load(file, within, from, _ -> {});
    }

    /**
     * As {@link #load(Path, OrgPath, LocalDate)}, and tells now and then how many rows are done.
     */
    @Transactional
    ImportReport load(Path file, @Nullable OrgPath within, LocalDate from, IntConsumer progress) {
        store.lock();
        var rows = read(file);
        var judge = judge(rows, within);
        var report = ImportSummary.of(file, rows, judge);
        if (!report.clean()) {
            throw new Refused(Refused.Kind.RULE, "org.import.refused.rows", report.bad());
        }
        var counts = new ImportCopy(store, rows, judge).run(file, from, progress);
        cache.changed(counts.keySet());
        counts.forEach((county, count) ->
                facts.publishEvent(new UnitsImported(county, clock.instant(), count)));
        return report;
    }

    private static ImportRows read(Path file) {
        var rows = new ImportRows();
        each(file, (_, row) -> rows.add(row));
        if (rows.count() == 0) {
            throw new Refused(Refused.Kind.INVALID, "org.import.refused.empty");
        }
        return rows;
    }

    private ImportJudge judge(ImportRows rows, @Nullable OrgPath within) {
        var judge = new ImportJudge(rows, within);
        store.bring(judge.counties(), judge::bring);
        judge.judge();
        return judge;
    }

    /** Takes a row with its index from 0 on. */
    @FunctionalInterface
    interface Taker {
        void take(int index, ImportRow row);
    }

    /** Reads the file row by row without the heading. */
    static void each(Path file, Taker taker) {
        TableFile.read(
                file,
                new TableFile.Rows() {
                    private @Nullable ImportColumns columns;
                    private int index;

                    @Override
                    public void row(int number, List<String> cells) {
                        if (columns == null) {
                            columns = ImportColumns.of(cells);
                            return;
                        }
                        if (index >= ROWS_MAX) {
                            throw new Refused(
                                    Refused.Kind.TOO_LARGE, "org.import.refused.many", ROWS_MAX);
                        }
                        taker.take(index++, columns.row(number, cells));
                    }
                });
    }
}
