package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.embedded.TestServer;

/**
 * Two nodes of the previous release become two of this one, on one database, while senders send:
 * one after the other, or all stopped first, as it has to be across a release that says so. CLASSES
 * is {@code target/classes} of the previous release, beside its {@code target/test-classes}: {@code
 * mvn -Dfast test -Dtest=Rolling -Dfaults.previous=CLASSES -Djdk.httpclient.keepalive.timeout=0}.
 */
class Rolling {
    private static final int SENDERS = Founder.CLERKS;
    private static final int COMMANDS_BETWEEN = Integer.getInteger("faults.commands", 60);
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
            keys(two);
            second.start();
            var town = town(balancer);
            balancer.only(first, second);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var work = begin(threads, balancer, town);
                untilMore(COMMANDS_BETWEEN);
                balancer.only(second);
                replace(first);
                balancer.only(first, second);
                untilMore(COMMANDS_BETWEEN);
                balancer.only(first);
                replace(second);
                balancer.only(first, second);
                untilMore(COMMANDS_BETWEEN);
                end(work);
            }
            tell();
            assertThat(ledger.unknown()).isZero();
            assertThat(first.bugs()).isEmpty();
            assertThat(second.bugs()).isEmpty();
            first.stop();
            second.stop();
        }
        examine();
    }

    /**
     * One is stopped, the other killed, so that there are commands whose answer nobody heard. The
     * new release lies ready before anybody is shut out.
     */
    @Test
    void allOfBeforeAreStoppedBeforeTheFirstNewerOneServes() throws Exception {
        try (var balancer = new Balancer();
                var first = new Product(one, option);
                var second = new Product(two, option)) {
            first.classes(PREVIOUS);
            second.classes(PREVIOUS);
            first.start();
            keys(two);
            keys(three);
            second.start();
            var town = Founder.by(PREVIOUS, three, option, balancer.address());
            balancer.only(first, second);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var work = begin(threads, balancer, town);
                Installed.command();
                untilMore(COMMANDS_BETWEEN);
                int before = ledger.acknowledged().size();
                long closed = System.nanoTime();
                balancer.only();
                second.kill();
                replace(first);
                balancer.only(first);
                long seconds = Duration.ofNanos(System.nanoTime() - closed).toSeconds();
                System.out.printf("%d commands before, %d s shut%n", before, seconds);
                second.classes("");
                second.start();
                balancer.only(first, second);
                untilMore(COMMANDS_BETWEEN);
                end(work);
            }
            tell();
            assertThat(first.bugs()).isEmpty();
            assertThat(second.bugs()).isEmpty();
            first.stop();
            second.stop();
        }
        examine();
    }

    private void examine() {
        try (var context = Town.open(one, 0, option)) {
            new Examination(ledger, context).rows();
        }
    }

    private void tell() {
        System.out.printf(
                "%d commands acknowledged, %d refused, %d requests failed%n",
                ledger.acknowledged().size(), ledger.refused(), ledger.unknown());
    }

    private void keys(Path to) throws IOException {
        Files.copy(
                one.resolve("vault.keys"),
                to.resolve("vault.keys"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private List<Future<Integer>> begin(ExecutorService threads, Balancer balancer, Town town) {
        var work = new ArrayList<Future<Integer>>();
        for (int each = 0; each < SENDERS; each++) {
            var sender = new Sender(balancer.address(), town, each, ledger);
            work.add(threads.submit(life(sender)));
        }
        return work;
    }

    private void end(List<Future<Integer>> work) throws Exception {
        going.set(false);
        for (var each : work) {
            each.get();
        }
    }

    /** Its tables are brought to the new version while the old nodes run on them. */
    private Town town(Balancer balancer) throws Exception {
        try (var third = new Product(three)) {
            keys(three);
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
