package wanhu.org;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;

/** Imports a checked file beside the request and says how far it is. */
@Component
class ImportRunner {
    private final Imports imports;
    private final ImportFiles files;
    private final Audit audit;
    private final TransactionTemplate apart;

    ImportRunner(
            Imports imports,
            ImportFiles files,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.imports = imports;
        this.files = files;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Starts; nothing happens when it runs or is done already. */
    void start(Actor actor, ImportFiles.Job job, int rows) {
        if (files.start(actor.county(), job.id(), rows)) {
            Thread.ofVirtual().name("import " + job.id()).start(() -> run(actor, job));
        }
    }

    private void run(Actor actor, ImportFiles.Job job) {
        var file = files.unpacked(actor.county(), job.id());
        if (file.isEmpty()) {
            return;
        }
        var state = ImportFiles.State.FAILED;
        try {
            audit.during(
                    actor,
                    Act.of(Verb.UNITS_IMPORTED, job.id()).with("from", job.from()),
                    () ->
                            imports.load(
                                    file.get(),
                                    actor.path(),
                                    job.from(),
                                    done -> tell(actor.county(), job.id(), done)));
            state = ImportFiles.State.LOADED;
        } catch (Refused _) {
            // Another import was faster; the page says that nothing was imported.
        } finally {
            files.end(actor.county(), job.id(), state);
            delete(file.get());
        }
    }

    private void tell(int county, UUID id, int done) {
        apart.executeWithoutResult(_ -> files.progress(county, id, done));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
