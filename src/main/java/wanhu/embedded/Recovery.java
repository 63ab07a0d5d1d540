package wanhu.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/** Brings a copy of all files to a moment after it was taken, by the pieces of the archive. */
public final class Recovery implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofHours(12);

    /** As the server reads it before it knows any zone but numbers. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS+00").withZone(ZoneOffset.UTC);

    private static final String UNFINISHED = "recovering-";

    private final Settings settings;
    private final DirectoryLock lock;
    private final Path fresh;

    private Recovery(Settings settings, DirectoryLock lock, Path fresh) {
        this.settings = settings;
        this.lock = lock;
        this.fresh = fresh;
    }

    /**
     * Takes an empty data directory.
     *
     * @throws CannotStart when it holds a database
     */
    public static Recovery into(Settings settings) throws IOException {
        var lock = DirectoryLock.take(settings.data());
        var folder = settings.data().resolve("postgres");
        if (Files.exists(folder.resolve(Cluster.NAME))) {
            lock.close();
            throw new CannotStart(
                    "A database is brought back into an empty directory, and "
                            + settings.data()
                            + " has one: give another with --data DIR.");
        }
        Files.createDirectories(folder);
        takeAwayUnfinished(folder);
        var onlyOwner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return new Recovery(
                settings, lock, Files.createTempDirectory(folder, UNFINISHED, onlyOwner));
    }

    private static void takeAwayUnfinished(Path folder) throws IOException {
        try (var killed = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (var each : killed) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
    }

    /** A folder of the copy. */
    public void folder(String name) throws IOException {
        Files.createDirectories(inside(name));
    }

    /** A file of the copy. */
    public void file(String name, InputStream content) throws IOException {
        Files.copy(content, inside(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path inside(String name) throws IOException {
        var path = fresh.resolve(name).normalize();
        if (!path.startsWith(fresh)) {
            throw new IOException("Expected a path inside the copy but got " + name);
        }
        return path;
    }

    /**
     * Plays the pieces of the archive, all of them or up to a moment, and leaves the database
     * stopped and ready for its next start.
     *
     * @return when the last act that came back was done, as the server says it
     * @throws CannotStart when the archive doesn't reach that far
     */
    public String play(Path archive, @Nullable Instant until) throws IOException, SQLException {
        var cluster = fresh.resolveSibling(Cluster.NAME);
        Files.createFile(fresh.resolve("recovery.signal"));
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
        try (var server = Server.start(settings.data(), how(archive, until), PATIENCE);
                var connection =
                        DriverManager.getConnection(
                                server.url(), Cluster.APPLICATION, server.secrets().application());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_last_xact_replay_timestamp()")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static List<String> how(Path archive, @Nullable Instant until) {
        if (!archive.toString().matches("[^'\"\\\\%$`]+")) {
            throw new CannotStart(
                    "The path of the archive " + archive + " has a sign that no shell can take.");
        }
        var how =
                new ArrayList<>(
                        List.of(
                                "restore_command=cp \"" + archive + "/%f\" \"%p\"",
                                "archive_mode=off",
                                "recovery_target_action=promote"));
        if (until != null) {
            how.add("recovery_target_time=" + MOMENT.format(until));
        }
        return how;
    }

    /** What was not played is taken away: it is a copy of everything. */
    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(fresh);
        lock.close();
    }
}
