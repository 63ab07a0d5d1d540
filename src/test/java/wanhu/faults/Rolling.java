package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.embedded.TestServer;

/**
 * Two nodes of the previous release become two of this one, one after the other, on one database,
 * while senders send: {@code mvn -Dfast test -Dtest=Rolling -Dfaults.previous=CLASSES
 * -Djdk.httpclient.keepalive.timeout=0}.
 */
class Rolling {
    private static final int SENDERS = 4;
    private static final int COMMANDS_BETWEEN = 60;
    private static final String PREVIOUS = System.getProperty("faults.previous", "target/classes");

    @TempDir private Path one;
    @TempDir private Path two;
    @TempDir private Path three;

    private final String option = "--wanhu.database-url=" + TestServer.emptyDatabase("rolling");
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean going = new AtomicBoolean(true);

    @Test
    void noRequestFailsWhileEachNodeIsReplaced() throws Exception {
        try (var balancer = new Balancer();
                var first = new Product(one, option);
                var second = new Product(two, option)) {
            first.classes(PREVIOUS);
            second.classes(PREVIOUS);
            first.start();
            Files.copy(
                    one.resolve("vault.keys"),
                    two.resolve("vault.keys"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            second.start();
            var town = town(balancer);
            balancer.only(first, second);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var work = new ArrayList<Future<Integer>>();
                for (int each = 0; each < SENDERS; each++) {
                    var sender = new Sender(balancer.address(), town, each, ledger);
                    work.add(threads.submit(life(sender)));
                }
                untilMore(COMMANDS_BETWEEN);
                balancer.only(second);
                replace(first);
                balancer.only(first, second);
                untilMore(COMMANDS_BETWEEN);
                balancer.only(first);
                replace(second);
                balancer.only(first, second);
                untilMore(COMMANDS_BETWEEN);
                going.set(false);
                for (var each : work) {
                    each.get();
                }
            }
            System.out.printf(
                    "%d commands acknowledged, %d refused, %d requests failed%n",
                    ledger.acknowledged().size(), ledger.refused(), ledger.unknown());
            assertThat(ledger.unknown()).isZero();
            assertThat(first.bugs()).isEmpty();
            assertThat(second.bugs()).isEmpty();
            first.stop();
            second.stop();
        }
        try (var context = Town.open(one, 0, option)) {
            new Examination(ledger, context).rows();
        }
    }

    /** Its tables are brought to the new version while the old nodes run on them. */
    private Town town(Balancer balancer) throws Exception {
        try (var third = new Product(three)) {
            Files.copy(
                    one.resolve("vault.keys"),
                    three.resolve("vault.keys"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            var town = Town.founded(third, SENDERS, option);
            var clerks = town.clerks().stream().map(clerk -> clerk.at(balancer.address())).toList();
            return new Town(town.village(), clerks, town.office());
        }
    }

    private Callable<Integer> life(Sender sender) {
        return () -> {
            while (going.get()) {
                sender.send();
            }
            return 0;
        };
    }

    private static void replace(Product node) throws InterruptedException {
        node.stop();
        node.classes("");
        node.start();
    }

    private void untilMore(int more) {
        int until = ledger.settled() + more;
        while (ledger.settled() < until) {
            Thread.onSpinWait();
        }
    }
}
