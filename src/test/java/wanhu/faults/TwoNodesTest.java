package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;
import wanhu.embedded.TestServer;

/** Two copies of the product on one database. */
class TwoNodesTest {
    private static final int COMMANDS = 30;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int ATTEMPTS_MAX = 300;
    private static final int GUESSES = 12;
    private static final int GUESSES_HEARD = 8;

    @TempDir private Path one;
    @TempDir private Path two;

    private final String database = TestServer.emptyDatabase("nodes");

    @Test
    void remindOnceKnowEachOthersSessionsAndStandInForEachOther() throws Exception {
        var option = "--wanhu.database-url=" + database;
        try (var first = new Product(one, option, "--wanhu.tick=PT1S");
                var second = new Product(two, option, "--wanhu.tick=PT1S")) {
            var town = Town.founded(first, 1, option);
            Files.copy(
                    one.resolve("vault.keys"),
                    two.resolve("vault.keys"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            first.start();
            second.start();
            var ledger = new Ledger();
            var sender = new Sender(first, town, 0, ledger);
            while (ledger.settled() < COMMANDS) {
                sender.send();
            }

            var elsewhere = town.clerks().getFirst().at(second.address());
            assertThat(elsewhere.get("/desk").status()).isEqualTo(200);
            assertThat(ledger.unknown()).isZero();

            guessesAtBothAreCountedTogether(
                    ledger.codes().iterator().next(), List.of(first, second));
            eachReminderComesOnce();
            readersNoticeNothingWhileOneStopsAndStarts(first, second);
        }
    }

    /** From many networks, each guess at the other node: eight are heard, as at one node. */
    private static void guessesAtBothAreCountedTogether(String code, List<Product> nodes) {
        var heard = new ArrayList<Integer>();
        for (int guess = 0; guess < GUESSES; guess++) {
            var node = nodes.get(guess % nodes.size());
            var stranger = Visitor.of(node.address()).from("203.0.113." + guess);
            stranger.get("/m/" + code);
            heard.add(stranger.post("/m/" + code, "tail", "1234").status());
        }

        assertThat(heard.subList(0, GUESSES_HEARD)).containsOnly(422);
        assertThat(heard.subList(GUESSES_HEARD, GUESSES)).containsOnly(429);
    }

    /** Thirty days pass for the open clocks, in one moment for both nodes. */
    private void eachReminderComesOnce() throws SQLException {
        change(
                "update promise.clock set started_at = started_at - interval '30 days',"
                        + " next_check = started_at where stopped_at is null");
        int running = count("select count(*) from promise.clock where stopped_at is null");
        for (int attempt = 0; rung() < running && attempt < ATTEMPTS_MAX; attempt++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }

        assertThat(rung()).isEqualTo(running).isPositive();
        assertThat(count("select count(*) from matter.step where step = 'Chase'"))
                .isEqualTo(running);
        assertThat(
                        count(
                                "select count(distinct (matter_id, detail)) from matter.step"
                                        + " where step = 'Chase'"))
                .isEqualTo(running);
    }

    private int rung() throws SQLException {
        return count("select count(*) from promise.rung");
    }

    private static void readersNoticeNothingWhileOneStopsAndStarts(Product first, Product second)
            throws Exception {
        var restarting = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var unanswered =
                    threads.submit(() -> {
                        int none = 0;
                        var nodes =
                                List.of(Visitor.of(first.address()), Visitor.of(second.address()));
                        while (restarting.get()) {
                            none += nodes.stream().anyMatch(TwoNodesTest::reads) ? 0 : 1;
                        }
                        return none;
                    });
            first.stop();
            assertThat(reads(Visitor.of(second.address()))).isTrue();
            first.start();
            restarting.set(false);

            assertThat(unanswered.get()).isZero();
            assertThat(reads(Visitor.of(first.address()))).isTrue();
        }
    }

    private static boolean reads(Visitor visitor) {
        try {
            return visitor.get("/").status() == 200;
        } catch (UncheckedIOException stopped) {
            return false;
        }
    }

    private int count(String text) throws SQLException {
        try (var connection = DriverManager.getConnection(TestServer.whole(database));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void change(String text) throws SQLException {
        try (var connection = DriverManager.getConnection(TestServer.whole(database));
                var statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }
}
