package wanhu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wanhu.embedded.TestServer;
import wanhu.faults.Product;

/** The program as a process of its own: what it says when it cannot go on. */
class StopTest {
    private static final long WAIT_SECONDS_MAX = 60;

    @TempDir private Path data;

    @Test
    void stoppedWhileItLoadsTheDemonstrationItSaysSoOnceAndLeavesNothingHalfDone()
            throws Exception {
        var database = TestServer.emptyDatabase("stopped");
        var process = start("--demo", "--port", "0", "--database-url", database);
        var said = new ArrayList<String>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("Loading the demonstration county")) {
                    process.toHandle().destroy();
                }
            }
        }

        assertThat(process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(said.getLast())
                .startsWith("Stopped while the demonstration county was being loaded");
        assertThat(said).hasSize(2);
        assertThat(units(database)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--database-url,postgresql://u:p@localhost:1/wanhu,The database cannot be used",
        "--port,abc,The port must be a number"
    })
    void whatIsWrongAtTheStartIsOneSentence(String option, String value, String sentence)
            throws Exception {
        var process = start(option, value);

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).startsWith(sentence).hasLineCount(1);
    }

    private Process start(String... options) throws Exception {
        var command = new ArrayList<String>();
        if (!List.of(options).contains("--data")) {
            command.addAll(List.of("--data", data.toString()));
        }
        command.addAll(List.of(options));
        return Product.program(command).start();
    }

    private static int units(String database) throws Exception {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from org.unit")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
