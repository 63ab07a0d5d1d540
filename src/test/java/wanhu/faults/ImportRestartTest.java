package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import wanhu.Visitor;
import wanhu.Visitor.Upload;

/**
 * The product is killed in the middle of an import and started again: nothing is twice, nothing is
 * lost, and each bad row is named. The 50,000 rows of a real county: {@code mvn surefire:test
 * -Dtest=ImportRestartTest -Dwanhu.import.rows=50000}.
 */
@Tag("large")
class ImportRestartTest {
    private static final Path MESSAGES =
            Path.of("../shared/data/messages/messages_unlabelled.jsonl");
    private static final int ROWS = 4_000;
    private static final int BAD_EVERY = 500;
    private static final int SECONDS_MAX = 240;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Pattern PLACE = Pattern.compile("<option value=\"(\\w+)\"[^>]*>[^<]*九家子");
    private static final Pattern IMPORT = Pattern.compile("/desk/import/[0-9a-f-]{36}");

    @TempDir Path folder;

    private Product product;
    private Visitor visitor;

    @BeforeEach
    void start() {
        product =
                new Product(
                        folder.resolve("data"), "--wanhu.tick=PT1S", "--wanhu.import-silence=PT3S");
        visitor = Town.found(product, 0).office();
        product.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        product.stop();
    }

    /** Something that is asked until it is so. */
    private interface Question {
        boolean answered() throws SQLException;
    }

    private void until(Question question) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!question.answered()) {
            assertThat(System.nanoTime()).isLessThan(end);
            assertThat(product.alive()).isTrue();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Titles and texts to import; the real ones where they are at hand. */
    private static List<String[]> texts() throws IOException {
        if (!Files.exists(MESSAGES)) {
            System.out.println("SKIPPED ALOUD: no " + MESSAGES + "; invented rows instead");
            var text = "两千亩地没有通电，浇地只能烧柴油。".repeat(12);
            return List.<String[]>of(new String[] {"没有通电", text}, new String[] {"路灯坏了", text});
        }
        var json = JsonMapper.shared();
        try (var lines = Files.lines(MESSAGES)) {
            return lines.map(json::readTree)
                    .map(each ->
                            new String[] {
                                each.get("title").asString(), each.get("body").asString()
                            })
                    .toList();
        }
    }

    private static Path file(Path to, int rows, List<String[]> texts) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(to)) {
            writer.write("编号,标题,内容,时间\n");
            for (int row = 1; row <= rows; row++) {
                var text = texts.get(row % texts.size());
                int length = Math.min(60, text[0].length());
                var title = "导入" + row + " " + text[0].substring(0, length);
                var time = row % BAD_EVERY == 0 ? "gestern" : "2020-01-06 11:29:11";
                writer.write(row + "," + quoted(title) + "," + quoted(text[1]) + "," + time + "\n");
            }
        }
        return to;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Test
    void goesOnAfterAKillWithoutLosingOrDoublingARow() throws Exception {
        int rows = Integer.getInteger("wanhu.import.rows", ROWS);
        var address = upload(Files.readAllBytes(file(folder.resolve("f.csv"), rows, texts())));

        visitor.post(address + "/start");
        until(() -> done() > rows / 3);
        printRate();
        product.kill();
        product.start();
        assertThat(done()).isBetween(rows / 3L, rows - 1L);
        long before = done();
        until(() -> done() > before);
        until(() -> number("select count(*) from intake.import where state = 'DONE'") == 1);
        printRate();

        assertThat(found()).isEqualTo(expected(rows));
        assertThat(badRows(address)).isEqualTo(bad(rows));
    }

    private String upload(byte[] content) {
        var place = PLACE.matcher(visitor.get("/desk/import").body());
        assertThat(place.find()).isTrue();
        var answer =
                visitor.upload(
                        "/desk/import",
                        "file",
                        new Upload("f.csv", "text/csv", content),
                        "source",
                        "旧系统",
                        "place",
                        place.group(1));
        var found = IMPORT.matcher(answer.location().orElse(answer.body()));
        assertThat(found.find()).isTrue();
        assertThat(visitor.get(found.group()).status()).isEqualTo(200);
        return found.group();
    }

    /** Matters, titles, first lines, requesters and running clocks of what was imported. */
    private List<Long> found() throws SQLException {
        var imported = " from matter.matter m where m.channel = 'IMPORT' and m.title like '导入%'";
        return List.of(
                number("select count(*)" + imported),
                number("select count(distinct m.title)" + imported),
                number(
                        "select count(*) from matter.step s where (s.county, s.matter_id) in (select m.county, m.id"
                                + imported
                                + ")"),
                number(
                        "select count(*) from matter.requester s where (s.county, s.matter_id) in (select m.county, m.id"
                                + imported
                                + ")"),
                number("select sum(rows_new) from intake.import"),
                number("select sum(rows_done) from intake.import"));
    }

    private static List<Long> expected(int rows) {
        long good = rows - (long) rows / BAD_EVERY;
        return List.of(good, good, good, good, good, (long) rows);
    }

    private List<Integer> badRows(String address) {
        return visitor.get(address + "/faults.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .toList();
    }

    /** The heading is the first row of the file. */
    private static List<Integer> bad(int rows) {
        return IntStream.rangeClosed(1, rows / BAD_EVERY)
                .mapToObj(at -> at * BAD_EVERY + 1)
                .toList();
    }

    private long done() throws SQLException {
        return number("select sum(rows_done) from intake.import");
    }

    private void printRate() throws SQLException {
        System.out.println(
                "Imported rows so far: "
                        + done()
                        + ", rows a second since the start: "
                        + number(
                                "select sum(rows_done * 1000 / (extract(epoch from touched_at - started_at) * 1000)) from intake.import"));
    }

    private long number(String question) throws SQLException {
        try (var database = database();
                var rows = database.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection database() throws SQLException {
        try (var files = Files.walk(folder.resolve("data/postgres/cluster"))) {
            var pid =
                    files.filter(each -> each.endsWith("postmaster.pid")).findFirst().orElseThrow();
            var port = Files.readAllLines(pid).get(3).strip();
            var secrets = new Properties();
            secrets.load(
                    new StringReader(
                            Files.readString(
                                    folder.resolve("data/database-passwords.properties"),
                                    StandardCharsets.UTF_8)));
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/wanhu",
                    "postgres",
                    secrets.getProperty("superuser"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
