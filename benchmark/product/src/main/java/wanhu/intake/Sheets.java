package wanhu.intake;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import wanhu.base.Actor;
import wanhu.base.Wall;

/** Files of reports through the door of the page that takes them. */
public final class Sheets {
    private static final long LOOK_MILLIS = 50;

    private final FileImports imports;

    /** Those of a running product. */
    public Sheets(ApplicationContext product) {
        imports = product.getBean(FileImports.class);
    }

    /**
     * What became of a file.
     *
     * @param total rows, the heading left out
     * @param bad rows with a fault
     * @param fresh rows that became a matter
     */
    public record Sheet(UUID id, int total, int bad, int fresh) {}

    /** Judges a file; writes no matter. */
    public Sheet check(Actor actor, Path file) {
        return Wall.of(actor)
                .behind(() -> {
                    var upload =
                            new FileImports.Upload(
                                    file, "bench.csv", new FileImport.Into("bench " + file.hashCode(), null));
                    return sheet(imports.check(actor, upload, Locale.CHINESE));
                });
    }

    /** Imports what was judged, and waits until all of it is in. */
    public Sheet load(Actor actor, Sheet checked) throws InterruptedException {
        Wall.of(actor).behind(() -> {
            imports.start(actor, checked.id());
            return checked;
        });
        var now = look(actor, checked);
        while (now.state() == FileImport.State.RUNNING || now.state() == FileImport.State.CHECKED) {
            Thread.sleep(LOOK_MILLIS);
            now = look(actor, checked);
        }
        if (now.state() != FileImport.State.DONE) {
            throw new IllegalStateException("Expected all rows in but got " + now.state());
        }
        return sheet(now);
    }

    private FileImport look(Actor actor, Sheet checked) {
        return Wall.of(actor).behind(() -> imports.get(actor, checked.id()));
    }

    private static Sheet sheet(FileImport file) {
        var counts = file.counts();
        return new Sheet(file.id(), counts.total(), counts.bad(), counts.fresh());
    }
}
