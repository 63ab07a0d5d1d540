package wanhu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.base.Settings;
import wanhu.embedded.Reach;

/** The drill of going back to a moment: a copy of all files, then what the archive holds. */
class PointInTimeTest {
    private static final Map<String, String> SECRET = Map.of(Passphrase.VARIABLE, "三只羊在草原上吃草 2026");

    @TempDir private Path folder;

    @Test
    void comesBackToTheMomentBeforeTheMistake() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("vault.keys"), "current=k1\n");
        OffsetDateTime before;
        try (var reach = Reach.alone(settings(data));
                var connection = reach.connect()) {
            run(connection, "create table kept (what text)");
            run(connection, "insert into kept values ('in the copy')");

            assertThat(command(data, "--base-backup", "base.wanhu")).contains("Saved");

            run(connection, "insert into kept values ('in the archive')");
            before = now(connection);
            run(connection, "delete from kept");
        }
        var again = folder.resolve("again");

        assertThat(command(again, "--recover", "base.wanhu", "--until", before.toString()))
                .contains("The last act that came back");

        try (var reach = Reach.alone(new Settings(again, false, 0, null, null, null, null));
                var connection = reach.connect()) {
            assertThat(kept(connection)).containsExactly("in the copy", "in the archive");
        }
        assertThat(again.resolve("vault.keys")).hasContent("current=k1\n");
        assertThatThrownBy(() -> command(again, "--recover", "base.wanhu"))
                .hasMessageContaining("empty directory");
    }

    @Test
    void saysHowAMomentIsWritten() {
        assertThat(Moment.read("2026-11-22 09:59")).isEqualTo("2026-11-22T01:59:00Z");
        assertThat(Moment.read("2026-11-22T01:59:00Z")).isEqualTo("2026-11-22T01:59:00Z");
        assertThatThrownBy(() -> Moment.read("yesterday")).hasMessageContaining("2026-11-22 09:59");
    }

    private Settings settings(Path data) {
        return new Settings(data, false, 0, null, null, null, folder.resolve("archive"));
    }

    private String command(Path data, String verb, String file, String... more) {
        var console = new ByteArrayOutputStream();
        var options = new ArrayList<>(List.of(verb, folder.resolve(file).toString()));
        options.addAll(List.of("--data", data.toString()));
        options.addAll(List.of("--archive", folder.resolve("archive").toString()));
        options.addAll(List.of(more));
        BackupCommand.find(options, SECRET)
                .orElseThrow()
                .run(new PrintStream(console, true, StandardCharsets.UTF_8));
        return console.toString(StandardCharsets.UTF_8);
    }

    private static void run(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static OffsetDateTime now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private static List<String> kept(Connection connection) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select what from kept")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
