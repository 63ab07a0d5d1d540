package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    @TempDir private Path data;

    @Test
    void keepsWhatWasAcknowledgedWhenKilledHard() throws Exception {
        try (var first = Server.start(data, List.of());
                var connection = connect(first);
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
            kill();
        }

        try (var second = Server.start(data, List.of());
                var connection = connect(second);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select answer from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void stopsAPostmasterThatOutlivedItsProgram() throws Exception {
        var first = Server.start(data, List.of());
        first.close();
        var left = leave(first.port());

        try (var taken = Server.start(data, List.of());
                var connection = connect(taken)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void isStartedAgainOnTheSamePortWhenItDies() throws Exception {
        try (var server = Server.start(data, List.of())) {
            var before = postmaster();
            kill();

            assertThat(answers(server)).isTrue();
            assertThat(postmaster().pid()).isNotEqualTo(before.pid());
        }
    }

    @Test
    void staysStoppedOnceItIsClosed() throws Exception {
        var server = Server.start(data, List.of());
        kill();
        server.close();

        assertThat(pidFile().resolveSibling("PG_VERSION")).exists();
        assertThatThrownBy(() -> connect(server)).isInstanceOf(SQLException.class);
    }

    /** A postmaster whose program has gone, by the way in which the product calls it. */
    private Process leave(int port) throws Exception {
        var folder = data.resolve("postgres");
        var cluster = folder.resolve(Cluster.NAME);
        var left =
                Caller.find(folder)
                        .program(
                                Binaries.unpack(folder).resolve("bin/postgres"),
                                List.of(
                                        "-D",
                                        cluster.toString(),
                                        "-p",
                                        "" + port,
                                        "-c",
                                        "unix_socket_directories="))
                        .start();
        try (var lines = left.inputReader()) {
            assertThat(lines.lines().anyMatch(line -> line.contains("ready to accept"))).isTrue();
        }
        return left;
    }

    private static boolean answers(Server server) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (var connection = connect(server)) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return false;
    }

    @Test
    void startsAlthoughItsOldNumberNowBelongsToAnotherProcess() throws Exception {
        Server.start(data, List.of()).close();
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n");

        try (var server = Server.start(data, List.of())) {
            assertThat(connect(server)).isNotNull();
        }
    }

    @Test
    void keepsItsPasswordsFromOtherUsers() throws IOException {
        Secrets.of(data);

        var file = data.resolve("database-passwords.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private void kill() throws Exception {
        var process = postmaster();
        process.destroyForcibly();
        process.onExit().get();
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip()))
                .orElseThrow();
    }

    private Path pidFile() {
        return data.resolve("postgres").resolve(Cluster.NAME).resolve("postmaster.pid");
    }

    private static Connection connect(Server server) throws SQLException {
        return DriverManager.getConnection(
                server.url(), Cluster.APPLICATION, server.secrets().application());
    }
}
