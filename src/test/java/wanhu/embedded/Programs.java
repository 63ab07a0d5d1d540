package wanhu.embedded;

import java.nio.file.Path;

/** The PostgreSQL that the product brings along, for somebody else to run. */
public final class Programs {
    private Programs() {}

    /** Unpacks it below a folder; the folder with {@code bin}, {@code lib} and {@code share}. */
    public static Path unpack(Path folder) {
        return Binaries.unpack(folder);
    }
}
