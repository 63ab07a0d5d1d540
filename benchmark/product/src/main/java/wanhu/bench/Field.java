package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;
import wanhu.embedded.BenchServer;

/**
 * Where is measured: the folder of the bench, its PostgreSQL, and its figures.
 *
 * @param bench the folder {@code benchmark} of the sources
 * @param folder where everything of this run lies
 * @param port of the product's pages
 */
record Field(Path bench, Path folder, BenchServer server, int port, Options options) implements AutoCloseable {

    /** A fresh one; what the last run has left is thrown away, but for PostgreSQL itself. */
    static Field open(Options options) {
        var bench = Path.of(System.getProperty("bench.folder"));
        var folder = bench.resolve("target").resolve("bench").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            try (var old = Files.list(folder)) {
                for (var each : old.toList()) {
                    if (each.getFileName().toString().startsWith("data-")) {
                        FileSystemUtils.deleteRecursively(each);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Field(
                bench, folder, BenchServer.start(folder.resolve("server")), freePort(), options);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Classes of a module and all they need. */
    String classPath(String module) {
        var target = bench.resolve(module).resolve("target").toAbsolutePath();
        try {
            return target.resolve("classes")
                    + ":"
                    + Files.readString(target.resolve("classpath")).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Connection superuser(String database) {
        try {
            return server.superuser(database);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A number that one who sees everything asks for. */
    double number(String database, String question) {
        try (var connection = superuser(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getDouble(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(question, broken);
        }
    }

    /** Runs a statement as one who may everything. */
    void run(String database, String sql) {
        try (var connection = superuser(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            // The sides' databases go with it: a run begins with empty ones.
            FileSystemUtils.deleteRecursively(folder.resolve("server").resolve("postgres").resolve("cluster"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
