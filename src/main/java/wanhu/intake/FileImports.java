package wanhu.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Actor;
import wanhu.base.Cells;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Words;

/**
 * Files of reports: judged first, with every bad row named; then started, stopped, taken up again.
 */
@Service
class FileImports {
    /** Most rows of one file. */
    static final int ROWS_MAX = 200_000;

    /** Most faults that the screen shows; the file to download has them all. */
    static final int FAULTS_SHOWN_MAX = 30;

    private static final int FILE_NAME_CHARACTERS_MAX = 200;

    private final FileImportStore store;
    private final FileGrounds grounds;
    private final FileImportRun run;
    private final Words words;
    private final FileReader reader;
    private final Clock clock;

    FileImports(
            FileImportStore store,
            FileGrounds grounds,
            FileImportRun run,
            Words words,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.grounds = grounds;
        this.run = run;
        this.words = words;
        this.reader = new FileReader(json);
        this.clock = clock;
    }

    /** A file that was sent, with what was said of it. */
    record Upload(Path file, String name, FileImport.Into into) {}

    /**
     * Judges a file and keeps it; writes no matter.
     *
     * @param locale in which the faults are written
     * @throws Refused when it is no file of reports at all, or has too many rows
     */
    @Transactional
    FileImport check(Actor actor, Upload upload, Locale locale) {
        var faults = new Faults(words, locale);
        var judge =
                new FileJudge(actor.county(), upload.into(), grounds.of(actor), clock.instant());
        var total = new int[1];
        reader.read(
                upload.file(),
                row -> {
                    if (++total[0] > ROWS_MAX) {
                        throw new Refused(Refused.Kind.TOO_LARGE, "intake.refused.rows", ROWS_MAX);
                    }
                    if (judge.judge(row) instanceof FileJudge.Judged.Bad bad) {
                        faults.add(bad);
                    }
                });
        if (total[0] == 0) {
            throw new Refused(Refused.Kind.INVALID, "intake.refused.no-rows");
        }
        var made =
                new FileImport(
                        actor.county(),
                        Ids.next(),
                        shortened(upload.name()),
                        upload.into(),
                        FileImport.State.CHECKED,
                        new FileImport.Counts(total[0], faults.count(), 0, 0),
                        faults.first(),
                        actor,
                        new FileImport.Times(clock.instant(), null, clock.instant(), null));
        store.insert(made, faults.zipped());
        store.keep(actor.county(), made.id(), upload.file());
        return made;
    }

    private static String shortened(String name) {
        return name.length() <= FILE_NAME_CHARACTERS_MAX
                ? name
                : name.substring(name.length() - FILE_NAME_CHARACTERS_MAX);
    }

    /** The latest of the actor's unit. */
    List<FileImport> list(Actor actor) {
        return store.list(actor.county(), actor.unit());
    }

    /**
     * One of the actor's unit.
     *
     * @throws Refused MISSING when it has none such
     */
    FileImport get(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .filter(each -> each.actor().unit().equals(actor.unit()))
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "intake.refused.import"));
    }

    /** Starts it, or lets it go on where it stopped. */
    void start(Actor actor, UUID id) {
        var file = get(actor, id);
        if (!file.startable()) {
            throw new Refused(Refused.Kind.CONFLICT, "intake.refused.started");
        }
        run.start(file);
    }

    /** Stops it after the rows that are being written. */
    void cancel(Actor actor, UUID id) {
        var file = get(actor, id);
        if (file.running()) {
            run.cancel(file);
        }
    }

    /** All faults, as a compressed CSV file. */
    byte[] faults(Actor actor, UUID id) {
        return store.faults(actor.county(), get(actor, id).id());
    }

    /** Collects faults: the first for the screen, all of them in a compressed file. */
    private static final class Faults {
        private final Words words;
        private final Locale locale;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Writer csv;
        private final List<String> first = new ArrayList<>();
        private int count;

        Faults(Words words, Locale locale) {
            this.words = words;
            this.locale = locale;
            try {
                csv = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8);
                csv.write('\uFEFF');
                csv.write(words.text(locale, "intake.import.faults.heading") + "\r\n");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void add(FileJudge.Judged.Bad bad) {
            var fault = bad.fault();
            var reason = words.text(locale, fault.word(), fault.arguments().toArray());
            count++;
            if (count <= FAULTS_SHOWN_MAX) {
                first.add(bad.row() + "\t" + reason.replaceAll("\\s+", " "));
            }
            try {
                csv.write(bad.row() + "," + Cells.csv(bad.id()) + "," + Cells.csv(reason) + "\r\n");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        int count() {
            return count;
        }

        List<String> first() {
            return List.copyOf(first);
        }

        byte[] zipped() {
            try {
                csv.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return bytes.toByteArray();
        }
    }
}
