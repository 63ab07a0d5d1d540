package wanhu.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import wanhu.base.CannotStart;

/** PostgreSQL's programs, unpacked once beside the data from the archive that we carry. */
final class Binaries {
    /** Of the archive in pom.xml; another version is unpacked beside the old one. */
    static final String VERSION = "18.6.0";

    /** What was begun ahead, by folder. */
    private static final Map<Path, FutureTask<Path>> AHEAD = new ConcurrentHashMap<>();

    private Binaries() {}

    /** Begins to unpack beside what the program does meanwhile; {@link #unpack} waits for it. */
    static void ahead(Path folder) {
        if (!Files.isDirectory(folder.resolve(VERSION))) {
            var task = new FutureTask<>(() -> unpacked(folder));
            AHEAD.put(folder, task);
            Thread.ofPlatform().daemon().name("unpacking").start(task);
        }
    }

    /** The folder with {@code bin}, {@code lib} and {@code share}; whole or not there at all. */
    static Path unpack(Path folder) {
        var begun = AHEAD.remove(folder);
        try {
            return begun == null ? unpacked(folder) : begun.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CannotStart known
                    ? known
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw Caller.interrupted();
        }
    }

    private static Path unpacked(Path folder) {
        var home = folder.resolve(VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        try (var archive = archive()) {
            Files.createDirectories(folder);
            var fresh = Files.createTempDirectory(folder, "unpacking-");
            extract(archive, fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (FileSystemException full) {
            throw new CannotStart(
                    "PostgreSQL cannot be unpacked in " + folder + ": " + full.getReason() + ".");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "This build carries no PostgreSQL for "
                            + System.getProperty("os.name")
                            + " on "
                            + System.getProperty("os.arch")
                            + ": give an external one with --database-url URL.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "darwin";
        }
        return name.contains("windows") ? "windows" : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, inside(target, entry.getName()));
            }
        } catch (IOException incomplete) {
            FileSystemUtils.deleteRecursively(target);
            throw incomplete;
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        var path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Expected a path inside the archive but got " + name);
        }
        return path;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
