package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.embedded.Programs;

/**
 * The product on three PostgreSQLs under Patroni, whose leader is killed, and frozen, while senders
 * send. Needs the packages {@code patroni} and {@code etcd-server} (Debian). Run by {@code ./check
 * --faults}.
 */
class PatroniCluster {
    private static final int KILLS = Integer.getInteger("faults.kills", 1);
    private static final Duration FROZEN =
            Duration.ofSeconds(Integer.getInteger("faults.frozen", 60));
    private static final int NODES = 3;
    private static final int SENDERS = 4;
    private static final int COMMANDS_BETWEEN = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration WRITES_BACK_MAX = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
    private Path folder;

    private final Ledger ledger = new Ledger();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<PatroniNode> nodes = new ArrayList<>();
    private final List<Long> seconds = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostWhenTheLeaderIsKilledOrFrozen() throws Exception {
        assumeThat(Path.of("/usr/bin/patroni")).as("the package patroni").exists();
        assumeThat(Path.of("/usr/bin/etcd")).as("the package etcd-server").exists();
        var etcd = Product.freePort();
        var programs = prepare();
        var store = etcd(etcd);
        try {
            for (int each = 1; each <= NODES; each++) {
                nodes.add(new PatroniNode(folder.resolve("cluster/n" + each), programs, etcd));
            }
            own();
            for (var node : nodes) {
                node.start();
            }
            until(this::whole);
            ask(leader(), "create role wanhu login");
            ask(leader(), "create database wanhu owner wanhu");
            live(folder.resolve("product"));
        } finally {
            for (var node : nodes) {
                node.kill();
            }
            store.destroyForcibly();
        }
    }

    private void live(Path data) throws Exception {
        var option =
                "--wanhu.database-url=postgresql://wanhu@%s/wanhu"
                        .formatted(
                                nodes.stream()
                                        .map(PatroniNode::address)
                                        .collect(Collectors.joining(",")));
        try (var product = new Product(data, option);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var town = Town.founded(product, SENDERS, option);
            product.start();
            var work =
                    IntStream.range(0, SENDERS)
                            .mapToObj(each -> new Sender(product, town, each, ledger))
                            .map(sender -> threads.submit(life(sender)))
                            .toList();
            befall(work);
            going.set(false);
            for (var each : work) {
                each.get();
            }
            System.out.printf(
                    "%d kills and a leader frozen for %d s: %d acknowledged, %d refused, sent again %d"
                            + " times; writes back after %s s%n",
                    KILLS,
                    FROZEN.toSeconds(),
                    ledger.acknowledged().size(),
                    ledger.refused(),
                    ledger.unknown(),
                    seconds);
            assertThat(product.bugs()).isEmpty();
            product.stop();
        }
        try (var context = Town.open(data, 0, option)) {
            new Examination(ledger, context).rows();
        }
        assertThat(seconds).allMatch(each -> each <= WRITES_BACK_MAX.toSeconds());
    }

    private void befall(List<Future<Void>> work) throws Exception {
        for (int each = 0; each < KILLS; each++) {
            more(work);
            var leader = leader();
            leader.kill();
            back(work);
            leader.start();
            until(this::whole);
        }
        more(work);
        var leader = leader();
        leader.freeze();
        long begun = System.nanoTime();
        back(work);
        LockSupport.parkNanos(Math.max(0, FROZEN.toNanos() - (System.nanoTime() - begun)));
        leader.thaw();
        more(work);
        until(this::whole);
        more(work);
    }

    private Callable<Void> life(Sender sender) {
        return () -> {
            while (going.get()) {
                sender.send();
            }
            return null;
        };
    }

    private void more(List<Future<Void>> work) {
        int before = ledger.settled();
        until(() -> ledger.settled() >= before + COMMANDS_BETWEEN || ended(work));
    }

    /** Answers that were under way when the leader went come in the first moment after it. */
    private void back(List<Future<Void>> work) {
        long begun = System.nanoTime();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        int before = ledger.acknowledged().size();
        until(() -> ledger.acknowledged().size() > before || ended(work));
        seconds.add(Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static boolean ended(List<Future<Void>> work) {
        return work.stream().anyMatch(Future::isDone);
    }

    private static void until(BooleanSupplier there) {
        long begun = System.nanoTime();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private PatroniNode leader() {
        return nodes.stream().filter(node -> says(node, LEADS)).findFirst().orElseThrow();
    }

    private static final String LEADS = "select not pg_is_in_recovery()";
    private static final String FOLLOWED =
            "select count(*) = "
                    + (NODES - 1)
                    + " and bool_or(sync_state = 'sync')"
                    + " from pg_stat_replication where state = 'streaming'";

    /** One leads, all others follow, and one of them keeps what is acknowledged. */
    private boolean whole() {
        return nodes.stream().filter(node -> says(node, LEADS)).count() == 1
                && nodes.stream().anyMatch(node -> says(node, FOLLOWED));
    }

    private static boolean says(PatroniNode node, String question) {
        var url = "jdbc:postgresql://" + node.address() + "/postgres?connectTimeout=2";
        try (var connection =
                        DriverManager.getConnection(url + "&socketTimeout=3", "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException away) {
            return false;
        }
    }

    private static void ask(PatroniNode node, String text) throws SQLException {
        var url = "jdbc:postgresql://" + node.address() + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private Path prepare() throws IOException, InterruptedException {
        var programs = Programs.unpack(folder.resolve("programs")).resolve("bin");
        PatroniNode.complete(programs);
        run("chmod", "-R", "a+rX", folder.toString());
        Files.createDirectories(folder.resolve("cluster"));
        return programs;
    }

    /** What the nodes write belongs to the user as whom they run. */
    private void own() throws IOException, InterruptedException {
        if ("root".equals(System.getProperty("user.name"))) {
            run("chown", "-R", "postgres:postgres", folder.resolve("cluster").toString());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private Process etcd(int port) throws IOException {
        var here = "http://127.0.0.1:" + port;
        var peers = "http://127.0.0.1:" + Product.freePort();
        return new ProcessBuilder(
                        "/usr/bin/etcd",
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=" + here,
                        "--advertise-client-urls=" + here,
                        "--listen-peer-urls=" + peers,
                        "--initial-advertise-peer-urls=" + peers,
                        "--initial-cluster=default=" + peers)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("etcd.log").toFile())
                .start();
    }
}
