package wanhu.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where what somebody uploads lies while it is read: a folder of this program alone, beside the
 * data, shut to other users. Everybody who needs a file for a while takes it from here. A program
 * that was killed could not delete what it had; the next start does.
 */
@Component
public final class TemporaryFiles implements DisposableBean {
    private static final String PREFIX = "wanhu-";
    private static final String LOCK = ".lock";
    private static final String OWNER_ALONE = "rwx------";

    /** Of this program: closing a second channel on such a lock would give the first away. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path lock;
    private final FileChannel held;

    /**
     * Takes a new folder and deletes those whose program is dead.
     *
     * @param elsewhere folder in which it lies, for example on a disk in memory; empty for that of
     *     the data
     * @throws CannotStart when nothing can be written there
     */
    TemporaryFiles(Settings settings, @Value("${wanhu.temporary:}") String elsewhere) {
        var root = elsewhere.isBlank() ? settings.data().resolve("temporary") : Path.of(elsewhere);
        var name = PREFIX + UUID.randomUUID();
        folder = root.toAbsolutePath().resolve(name);
        lock = folder.resolveSibling(name + LOCK);
        try {
            Files.createDirectories(root, ownerAlone(root));
            held = begin();
        } catch (IOException unusable) {
            throw new CannotStart(
                    "Temporary files cannot be kept in "
                            + root
                            + ": it must be a folder that this user may write.",
                    unusable);
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ALONE))
                }
                : new FileAttribute<?>[0];
    }

    /** Nobody sweeps between the making of a folder and the lock that says that it is in use. */
    private FileChannel begin() throws IOException {
        synchronized (HELD) {
            try (var gate = open(folder.resolveSibling("lock"));
                    var _ = gate.lock()) {
                sweep();
                var channel = open(lock);
                HELD.add(lock);
                channel.lock();
                Files.createDirectory(folder, ownerAlone(folder));
                return channel;
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void sweep() throws IOException {
        try (var all = Files.newDirectoryStream(folder.getParent(), PREFIX + "*" + LOCK)) {
            for (var each : all) {
                if (!HELD.contains(each)) {
                    sweep(each);
                }
            }
        }
    }

    private static void sweep(Path lock) throws IOException {
        try (var channel = open(lock)) {
            if (channel.tryLock() != null) {
                var name = lock.getFileName().toString();
                FileSystemUtils.deleteRecursively(
                        lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lock);
            }
        }
    }

    /** The folder, for who makes files in it himself; gone when the program ends. */
    public Path folder() {
        return folder;
    }

    /** A folder in it, for who keeps files of several kinds. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** A new empty file, which the caller deletes. */
    public Path file() {
        try {
            return Files.createTempFile(folder, "", "");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        HELD.remove(lock);
        held.close();
        Files.deleteIfExists(lock);
    }
}
