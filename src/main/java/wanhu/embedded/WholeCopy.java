package wanhu.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/**
 * A copy of all files of the embedded database while it works, by the server's own interface for
 * that (PostgreSQL, section 25.3.4): what is torn in it, the pieces of the log in the archive mend.
 * The programs that PostgreSQL has for this are not among those that we carry.
 */
public final class WholeCopy {
    private static final String CONTROL = "global/pg_control";

    /** What a server makes anew; of these folders only the folder is kept. */
    private static final Set<String> EMPTIED =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private final Path cluster;
    private final Taker taker;

    private WholeCopy(Path cluster, Taker taker) {
        this.cluster = cluster;
        this.taker = taker;
    }

    /** Who takes the copy. */
    public interface Taker {
        /** A folder, by its name below the cluster, with slashes. */
        void folder(String name) throws IOException;

        /** A file, likewise. */
        void file(String name, InputStream content) throws IOException;
    }

    /**
     * Copies the database of the instance that is running on the data directory.
     *
     * @throws CannotStart when it keeps no archive, without which such a copy is worth nothing
     */
    public static void take(Settings settings, Taker taker) throws IOException, SQLException {
        var cluster = settings.data().resolve("postgres").resolve(Cluster.NAME);
        try (var connection = connect(settings)) {
            needArchive(connection);
            ask(connection, "select pg_backup_start('wanhu', true)");
            new WholeCopy(cluster, taker).files();
            label(connection, taker);
        }
    }

    private static Connection connect(Settings settings) throws SQLException {
        var superuser = new Properties();
        superuser.setProperty("user", "postgres");
        superuser.setProperty("password", Secrets.of(settings.data()).superuser());
        return DriverManager.getConnection(Server.running(settings.data()).url(), superuser);
    }

    private static void needArchive(Connection connection) throws SQLException {
        if (!ask(connection, "select current_setting('archive_mode')").equals("on")) {
            throw new CannotStart(
                    "A copy of all files needs the archive beside it: start the product with"
                            + " --archive DIR first.");
        }
    }

    private static String ask(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(text)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Waits until the archive holds all that mends the copy. */
    private static void label(Connection connection, Taker taker) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '10min'");
            try (ResultSet row =
                    statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                row.next();
                var label = row.getString(1).getBytes(StandardCharsets.UTF_8);
                taker.file("backup_label", new ByteArrayInputStream(label));
            }
        }
    }

    /** The file that says where to begin comes last. */
    private void files() throws IOException {
        Files.walkFileTree(cluster, new Walk());
        file(cluster.resolve(CONTROL));
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (!folder.equals(cluster)) {
                taker.folder(name(folder));
            }
            if (!EMPTIED.contains(name(folder))) {
                return FileVisitResult.CONTINUE;
            }
            if (name(folder).equals("pg_wal")) {
                taker.folder("pg_wal/archive_status");
            }
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            var name = name(file);
            boolean out =
                    LEFT_OUT.contains(file.getFileName().toString())
                            || name.contains("pgsql_tmp")
                            || name.equals(CONTROL);
            if (!out) {
                file(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** What vanishes meanwhile was dropped, and the log says so. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private void file(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            taker.file(name(file), content);
        } catch (NoSuchFileException dropped) {
            if (name(file).equals(CONTROL)) {
                throw dropped;
            }
        }
    }

    private String name(Path path) {
        return cluster.relativize(path).toString().replace('\\', '/');
    }
}
