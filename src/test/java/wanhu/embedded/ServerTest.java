package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
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
        var left = Server.start(data, List.of());
        var before = postmaster();

        try (var taken = Server.start(data, List.of())) {
            assertThat(before.isAlive()).isFalse();
            assertThat(taken.port()).isNotEqualTo(left.port());
        }
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
