package wanhu.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.TemporaryFiles;
import wanhu.base.Wall;
import wanhu.matter.Report;
import wanhu.matter.Reports;

/**
 * Writes imports in the background, a batch a transaction: what is done is counted in the same
 * transaction, so that a stop at any moment loses nothing, and a command made from the row keeps a
 * row from becoming two matters.
 */
@Component
class FileImportRun implements DisposableBean {
    /** Rows of one transaction. */
    static final int BATCH_ROWS = 500;

    private final FileImportStore store;
    private final FileGrounds grounds;
    private final Reports reports;
    private final FileReader reader;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TemporaryFiles temporary;
    private final Duration silence;
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("file-import").factory());

    /**
     * Runs imports.
     *
     * @param silence a running import that nobody has written to for so long has lost its program
     */
    FileImportRun(
            FileImportStore store,
            FileGrounds grounds,
            Reports reports,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock,
            TemporaryFiles temporary,
            @Value("${wanhu.import-silence:PT30S}") Duration silence) {
        this.store = store;
        this.grounds = grounds;
        this.reports = reports;
        this.reader = new FileReader(json);
        this.transaction = transaction;
        this.clock = clock;
        this.temporary = temporary;
        this.silence = silence;
    }

    void start(FileImport file) {
        transaction.executeWithoutResult(_ -> store.start(file, clock.instant()));
        submit(file);
    }

    void cancel(FileImport file) {
        transaction.executeWithoutResult(
                _ -> store.end(file, FileImport.State.CANCELLED, clock.instant()));
    }

    /** Takes up what a program that was stopped has left. */
    @Scheduled(fixedDelayString = "${wanhu.tick:PT10S}", initialDelayString = "${wanhu.tick:PT10S}")
    public void takeUp() {
        store.abandoned(clock.instant().minus(silence)).forEach(this::submit);
    }

    private void submit(FileImport file) {
        if (here.add(file.id())) {
            worker.execute(() -> {
                try {
                    Wall.whole(() -> run(file));
                } finally {
                    here.remove(file.id());
                }
            });
        }
    }

    /** Writes all rows from where it stopped; ends early when somebody stops it. */
    void run(FileImport file) {
        var path = temporary.file();
        try {
            store.restore(file.county(), file.id(), path);
            write(file, path);
        } catch (Stopped _) {
            // Somebody has cancelled it, or another program has taken it up.
        } catch (RuntimeException broken) {
            transaction.executeWithoutResult(
                    _ -> store.end(file, FileImport.State.FAILED, clock.instant()));
            throw broken;
        } finally {
            delete(path);
        }
    }

    private void write(FileImport file, Path path) {
        var current = store.find(file.county(), file.id()).orElseThrow(Stopped::new);
        var judge =
                new FileJudge(
                        file.county(),
                        file.from(),
                        grounds.of(file.actor()),
                        current.times().made());
        var batch = new Batch(current);
        reader.read(path, row -> batch.add(judge.judge(row)));
        batch.finish();
    }

    /** Ends the reading of a file. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /** Collects good rows until there are enough for a transaction. */
    private final class Batch {
        private final FileImport file;
        private final List<Report> good = new ArrayList<>();
        private FileImport.Counts counts;
        private int read;

        Batch(FileImport file) {
            this.file = file;
            this.counts = file.counts();
        }

        void add(FileJudge.Judged judged) {
            read++;
            if (read <= counts.done()) {
                return;
            }
            if (judged instanceof FileJudge.Judged.Good(var report)) {
                good.add(report);
            }
            if (read - counts.done() >= BATCH_ROWS) {
                write();
            }
        }

        void finish() {
            write();
            transaction.executeWithoutResult(_ -> {
                store.end(locked(), FileImport.State.DONE, clock.instant());
                store.drop(file.county(), file.id());
            });
        }

        private void write() {
            var written =
                    transaction.execute(_ -> {
                        locked();
                        int fresh = reports.reportAll(file.actor(), List.copyOf(good));
                        var next =
                                new FileImport.Counts(
                                        counts.total(), counts.bad(), read, counts.fresh() + fresh);
                        store.advance(file, next, clock.instant());
                        return next;
                    });
            counts = Objects.requireNonNull(written);
            good.clear();
        }

        private FileImport locked() {
            var now = store.lock(file.county(), file.id()).orElseThrow(Stopped::new);
            if (!now.running() || now.counts().done() != counts.done()) {
                throw new Stopped();
            }
            return now;
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
