package wanhu;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the repository; not part of it, because it belongs to others. */
public final class Shared {
    private static final Path FOLDER = Path.of("..", "shared", "data");

    private Shared() {}

    /** A file like {@code org/kulun.csv}. The test counts as skipped, aloud, when it is absent. */
    public static Path file(String name) {
        var file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "../shared/data/" + name + " is absent");
        return file;
    }
}
