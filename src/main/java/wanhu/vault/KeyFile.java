package wanhu.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/**
 * The file beside the data that holds the vault's keys, readable by the program's own user only
 * (mode 600). To be kept apart from the copies of the database: with both, everything opens.
 */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final int KEY_BYTES = 32;

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * The keys in the file.
     *
     * @throws CannotStart when others may read it or a key is weak
     */
    Keys read() {
        try {
            if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new CannotStart(
                        "Others can read the keys in " + file + ": run chmod 600 on it.");
            }
            return Keys.read(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Makes fresh keys and keeps them; the file must not exist yet. */
    Keys make(Suite suite) {
        var keys =
                new Keys(
                        suite,
                        "k1",
                        Map.of("k1", fresh()),
                        new SecretKeySpec(random(), "HmacSHA256"));
        try {
            write(keys);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return keys;
    }

    /** Replaces the keys by more of them: written aside and renamed, so that none is ever lost. */
    void replace(Keys keys) {
        var aside = new KeyFile(file.resolveSibling(file.getFileName() + ".new"));
        try {
            Files.deleteIfExists(aside.file);
            aside.write(keys);
            Files.move(aside.file, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A random key that seals. */
    static SecretKey fresh() {
        return new SecretKeySpec(random(), "AES");
    }

    private void write(Keys keys) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (posix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, keys.text(), StandardOpenOption.SYNC);
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static byte[] random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
