package wanhu.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/**
 * A sealed file: there whole, or not at all.
 *
 * @param file where it is or is to be
 * @param passphrase what seals it
 */
record Sealed(Path file, Passphrase passphrase) {
    /** What writes the content. */
    interface Content<T> {
        T write(OutputStream out) throws IOException, SQLException;
    }

    /**
     * Writes it under another name first.
     *
     * @throws CannotStart when there is such a file already
     */
    <T> T write(Suite suite, Content<T> content) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new CannotStart(
                    "There is a file " + file + " already: a backup never replaces another.");
        }
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            T written;
            try (var out =
                    new SealedOutput(
                            new BufferedOutputStream(OwnFile.make(fresh)),
                            suite,
                            passphrase::key)) {
                written = content.write(out);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Opens it.
     *
     * @throws CannotStart when it is no backup
     */
    SealedInput read() throws IOException {
        return new SealedInput(
                file.toString(),
                new BufferedInputStream(Files.newInputStream(file)),
                passphrase::key);
    }
}
