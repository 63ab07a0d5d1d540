package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import wanhu.base.CannotStart;

/**
 * Holds the data directory for one instance. The operating system frees it when the program dies,
 * however it dies.
 */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the directory, which is made when it is missing.
     *
     * @throws CannotStart when another instance has it or it may not be written
     */
    static DirectoryLock take(Path data) {
        return find(data)
                .orElseThrow(() ->
                        new CannotStart(
                                "Another instance is using the data directory "
                                        + data
                                        + ": stop it first, or give another directory with --data"
                                        + " DIR."));
    }

    /**
     * As {@link #take}, but empty when another instance has it.
     *
     * @throws CannotStart when it may not be written
     */
    static Optional<DirectoryLock> find(Path data) {
        try {
            Files.createDirectories(data);
            var file =
                    FileChannel.open(
                            data.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (held(file)) {
                return Optional.of(new DirectoryLock(file));
            }
            file.close();
            return Optional.empty();
        } catch (AccessDeniedException denied) {
            throw new CannotStart(
                    "The data directory "
                            + data
                            + " may not be written by this user: give another one with --data DIR.",
                    denied);
        } catch (FileSystemException unusable) {
            throw new CannotStart(
                    "The data directory "
                            + data
                            + " cannot be made or written ("
                            + reason(unusable)
                            + "): give another one with --data DIR.",
                    unusable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String reason(FileSystemException unusable) {
        return unusable instanceof FileAlreadyExistsException
                ? "it is a file"
                : Objects.requireNonNullElse(unusable.getReason(), "no reason given");
    }

    private static boolean held(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException sameProgram) {
            return false;
        }
    }

    /** As {@link #close}. */
    void release() {
        try {
            close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
