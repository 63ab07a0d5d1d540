package wanhu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreDrillTest {
    private static final Map<String, String> SECRET = Map.of(Passphrase.VARIABLE, "三只羊在草原上吃草 2026");

    @Autowired Staff staff;
    @TempDir Path folder;

    private Path file;
    private String said;

    /** One backup for all tests: it holds all that those before have left. */
    @BeforeAll
    void save(@TempDir Path place) throws IOException {
        staff.actor(Role.COUNTY_CLERK, staff.county(150592));
        Files.writeString(place.resolve("vault.keys"), "current=k1\n");
        file = place.resolve("all.wanhu");
        said = run(place, "--backup", file, TestServer.url());
    }

    @Test
    void bringsBackEveryRowOfEveryTable() throws Exception {
        var target = TestServer.emptyDatabase("drill");

        assertThat(said).contains("Saved");
        assertThat(run(folder, "--check-backup", file, TestServer.url())).contains("is whole");
        assertThat(run(folder.resolve("new"), "--restore", file, target)).contains("Restored");

        try (var before = DriverManager.getConnection(TestServer.whole(TestServer.url()));
                var after = DriverManager.getConnection(TestServer.whole(target))) {
            assertThat(digests(after)).isEqualTo(digests(before));
            assertThat(Tables.versions(after)).isEqualTo(Tables.versions(before));
            assertThat(rules(after))
                    .as("indexes and references that were built last")
                    .hasSizeGreaterThan(200)
                    .isEqualTo(rules(before));
        }
        assertThat(folder.resolve("new").resolve("vault.keys")).hasContent("current=k1\n");
    }

    @Test
    void sealsWithTheAlgorithmsOfTheVault(@TempDir Path place) throws Exception {
        Files.writeString(place.resolve("vault.keys"), "suite=gm\ncurrent=k1\n");
        var chinese = place.resolve("gm.wanhu");
        var nothing = TestServer.emptyDatabase("drill");
        run(place, "--backup", chinese, nothing);

        try (var in = Files.newInputStream(chinese)) {
            assertThat(in.readNBytes(8)).asString(StandardCharsets.US_ASCII).isEqualTo("WANHUBG1");
        }
        assertThat(run(place, "--check-backup", chinese, nothing)).contains("is whole");
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
        assertThatThrownBy(() -> run(folder.resolve("x"), "--restore", file, TestServer.url()))
                .hasMessageContaining("into an empty database only");
    }

    @Test
    void replacesNoOtherBackup() throws Exception {
        var other = Files.writeString(folder.resolve("other.wanhu"), "precious");

        assertThatThrownBy(() -> run(folder, "--backup", other, TestServer.url()))
                .hasMessageContaining("never replaces another");
        assertThat(other).hasContent("precious");
    }

    @Test
    void leavesNothingWhenItFails() throws Exception {
        var target = TestServer.emptyDatabase("drill");
        var damaged = folder.resolve("damaged.wanhu");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged, bytes);

        assertThatThrownBy(() -> run(folder.resolve("none"), "--restore", damaged, target))
                .hasMessageContaining("damaged.wanhu");
        try (var after = DriverManager.getConnection(target)) {
            assertThat(digests(after).getOrDefault("people.account", "0 0")).isEqualTo("0 0");
        }
        assertThat(folder.resolve("none").resolve("vault.keys")).doesNotExist();
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
    private static List<String> rules(Connection connection) throws SQLException {
        var rules = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select indexdef as rule from pg_indexes
                                where schemaname not in ('pg_catalog', 'public', 'web')
                                union all
                                select conrelid::regclass || conname || pg_get_constraintdef(oid)
                                from pg_constraint where contype = 'f'
                                order by rule
                                """)) {
            while (rows.next()) {
                rules.add(rows.getString("rule"));
            }
        }
        return rules;
    }

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
