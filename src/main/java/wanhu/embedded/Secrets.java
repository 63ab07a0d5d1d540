package wanhu.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import wanhu.base.CannotStart;

/**
 * Passwords of the embedded database, made at random on the first start and kept in a file that
 * only its owner reads.
 *
 * @param superuser of the role {@code postgres}, for backup, repair, and keeping the append-only
 *     tables from the application
 * @param application of the role {@code wanhu}
 */
record Secrets(String superuser, String application) {
    private static final String FILE = "database-passwords.properties";
    private static final int PASSWORD_BYTES = 24;

    /** Reads the file, or makes it. */
    static Secrets of(Path data) {
        var file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            var text = new Properties();
            text.load(new StringReader(Files.readString(file)));
            return new Secrets(text.getProperty("superuser"), text.getProperty("application"));
        } catch (AccessDeniedException denied) {
            throw new CannotStart(
                    "The file " + file + " may not be read: start as the user who made it.");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.resolveSibling("."), "passwords-", "", mode);
        Files.writeString(
                fresh, "superuser=%s%napplication=%s%n".formatted(password(), password()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
