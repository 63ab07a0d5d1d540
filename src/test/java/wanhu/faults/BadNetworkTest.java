package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;
import wanhu.embedded.TestServer;

/**
 * The network between the product and its database is bad: slow, broken, dead without a word; then
 * good again.
 */
class BadNetworkTest {
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final int AT_ONCE = 60;

    /** Once for a connection that was used a moment ago, then for one that cannot be had. */
    private static final Duration GIVEN_UP_MAX = Duration.ofSeconds(30);

    /** One is found out to be dead, and all others of the pool are given up with it. */
    private static final Duration RECOVERED_MAX = Duration.ofSeconds(20);

    @TempDir private Path data;

    @Test
    void everybodyGetsAnAnswerAndItRecoversByItself() throws Exception {
        var database = TestServer.emptyDatabase("network");
        int port = URI.create(database.substring("jdbc:".length())).getPort();
        try (var wire = new BadWire(port);
                var product =
                        new Product(
                                data,
                                "--wanhu.database-url="
                                        + database.replace(":" + port, ":" + wire.port()),
                                "--wanhu.database-silence.page=PT2S",
                                "--wanhu.database-silence.connection=PT3S",
                                "--wanhu.ticks=false")) {
            product.start();
            assertThat(status(product)).isEqualTo(200);

            wire.slow(SLOW);
            assertThat(status(product)).isEqualTo(200);
            assertThat(manyAtOnce(product)).isNotEmpty().isSubsetOf(200, 503);
            wire.slow(Duration.ZERO);

            wire.cut();
            assertThat(untilGood(product)).isEqualTo(200);

            wire.swallow(true);
            long begun = System.nanoTime();
            assertThat(manyAtOnce(product)).containsOnly(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(GIVEN_UP_MAX);
            wire.swallow(false);
            assertThat(untilGood(product)).isEqualTo(200);

            assertThat(product.bugs()).isEmpty();
            assertThat(product.traces()).isEmpty();
        }
    }

    private static int untilGood(Product product) {
        long begun = System.nanoTime();
        int status = status(product);
        while (status == 503 && System.nanoTime() - begun < RECOVERED_MAX.toNanos()) {
            status = status(product);
        }
        return status;
    }

    private static List<Integer> manyAtOnce(Product product) throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < AT_ONCE; each++) {
                answers.add(threads.submit(() -> status(product)));
            }
        }
        return answers.stream().map(Future::resultNow).distinct().toList();
    }

    private static int status(Product product) {
        return Visitor.of(product.address()).get("/").status();
    }
}
