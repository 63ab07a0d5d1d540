package wanhu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.embedded.TestServer;
import wanhu.people.Staff;

/**
 * The drill: everything that the tests have in their database is saved while it is in use and
 * brought into an empty one, and both hold the same.
 */
@WanhuTest
class RestoreDrillTest {
    private static final Map<String, String> SECRET = Map.of(Passphrase.VARIABLE, "三只羊在草原上吃草 2026");

    @Autowired Staff staff;
    @TempDir Path folder;

    @BeforeEach
    void somebodyWorksHere() {
        staff.actor(Role.COUNTY_CLERK, staff.county(150592));
    }

    @Test
    void bringsBackEveryRowOfEveryTable() throws Exception {
        var target = TestServer.emptyDatabase("drill");
        Files.writeString(folder.resolve("vault.keys"), "current=k1\n");
        var file = folder.resolve("all.wanhu");

        assertThat(run(folder, "--backup", file, TestServer.url())).contains("Saved");
        assertThat(run(folder, "--check-backup", file, TestServer.url())).contains("is whole");
        assertThat(run(folder.resolve("new"), "--restore", file, target)).contains("Restored");

        try (var before = DriverManager.getConnection(TestServer.url());
                var after = DriverManager.getConnection(target)) {
            assertThat(digests(after)).isEqualTo(digests(before));
            assertThat(Tables.versions(after)).isEqualTo(Tables.versions(before));
        }
        assertThat(folder.resolve("new").resolve("vault.keys")).hasContent("current=k1\n");
    }

    @Test
    void countsTransactionsOnFromWhereTheOldServerWas() throws Exception {
        try (var here = DriverManager.getConnection(TestServer.url())) {
            long wanted = Transactions.next(here) + 1_234;

            Transactions.advance(here, wanted);

            assertThat(Transactions.next(here)).isGreaterThanOrEqualTo(wanted);
        }
    }

    @Test
    void leavesTheSessionsOfBrowsersOut() throws Exception {
        try (var here = DriverManager.getConnection(TestServer.url())) {
            assertThat(Tables.list(here))
                    .extracting(Tables.Table::name)
                    .contains("matter.step", "vault.key_check")
                    .noneMatch(name -> name.startsWith("web."));
        }
    }

    @Test
    void replacesNoData() throws Exception {
        var file = folder.resolve("all.wanhu");
        run(folder, "--backup", file, TestServer.url());

        assertThatThrownBy(() -> run(folder.resolve("x"), "--restore", file, TestServer.url()))
                .hasMessageContaining("into an empty database only");
    }

    @Test
    void replacesNoOtherBackup() throws Exception {
        var file = Files.writeString(folder.resolve("all.wanhu"), "precious");

        assertThatThrownBy(() -> run(folder, "--backup", file, TestServer.url()))
                .hasMessageContaining("never replaces another");
        assertThat(file).hasContent("precious");
    }

    @Test
    void leavesNothingWhenItFails() throws Exception {
        var target = TestServer.emptyDatabase("drill");
        var file = folder.resolve("all.wanhu");
        run(folder, "--backup", file, TestServer.url());
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> run(folder.resolve("new"), "--restore", file, target))
                .hasMessageContaining("all.wanhu");
        try (var after = DriverManager.getConnection(target)) {
            assertThat(digests(after).getOrDefault("people.account", "0 0")).isEqualTo("0 0");
        }
        assertThat(folder.resolve("new").resolve("vault.keys")).doesNotExist();
    }

    private static String run(Path data, String verb, Path file, String database) {
        var console = new ByteArrayOutputStream();
        BackupCommand.find(
                        List.of(
                                verb,
                                file.toString(),
                                "--data",
                                data.toString(),
                                "--database-url",
                                database),
                        SECRET)
                .orElseThrow()
                .run(new PrintStream(console, true, StandardCharsets.UTF_8));
        return console.toString(StandardCharsets.UTF_8);
    }

    /** Rows and a digest of each table, whatever the order of its rows. */
    private static Map<String, String> digests(Connection connection) throws SQLException {
        var digests = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            for (var table : Tables.list(connection)) {
                try (var rows =
                        statement.executeQuery(
                                """
                                select count(*) || ' '
                                  || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest
                                from %s t
                                """
                                        .formatted(table.name()))) {
                    rows.next();
                    digests.put(table.name(), rows.getString("digest"));
                }
            }
        }
        return digests;
    }
}
