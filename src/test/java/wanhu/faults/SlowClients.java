package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;

/** Slow clients stop nobody and are cut off, hundreds and more. Run by {@code ./check --faults}. */
class SlowClients {
    private static final int EACH_SORT = 70;
    private static final int MANY = Integer.getInteger("faults.slow", 500);
    private static final int KEPT_EACH_SORT = 8;
    private static final int TOGETHER = 3;
    private static final double RATE = 20;
    private static final Duration CALM = Duration.ofSeconds(20);
    private static final Duration STORM = Duration.ofSeconds(45);
    private static final int HEAP_MEGABYTES = 256;

    /** Clients and product share two processors here: what one of twenty pages may take. */
    private static final double STORM_MILLIS_MAX = 1_000;

    private static final double BROKEN_SHARE_MAX = 0.01;

    /** Below this nobody waits, and a busy machine makes twice of it by itself. */
    private static final double UNNOTICED_MILLIS = 50;

    /** Kilobytes of the heap that a storm may leave behind. */
    private static final long LEFT_MAX = 40_000;

    @TempDir private Path data;

    private final AtomicInteger cut = new AtomicInteger();

    @Test
    void twoHundredOfThemStopNobodyAndAreCutOff() throws Exception {
        var window = Duration.ofSeconds(1);
        try (var product = new Product(data, "--wanhu.slow-window=" + window);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            product.start();
            var css = styles(product);
            var all = new Dawdlers(product.port(), Duration.ofMillis(100), window);
            var slow = new ArrayList<Future<Duration>>();
            slow.addAll(many(threads, EACH_SORT, all::head));
            slow.addAll(many(threads, EACH_SORT, all::body));
            slow.addAll(many(threads, EACH_SORT, () -> all.reader(css)));

            for (int each = 0; each < 10; each++) {
                assertThat(Visitor.of(product.address()).get("/").status()).isEqualTo(200);
            }

            for (var each : slow) {
                assertThat(each.get()).isBetween(window.dividedBy(2), window.multipliedBy(30));
            }
            assertThat(Visitor.of(product.address()).get("/").status()).isEqualTo(200);
            assertThat(product.bugs()).isEmpty();
            assertThat(product.traces()).isEmpty();
        }
    }

    /** Who is cut off comes again, for as long as the others are watched. */
    @Test
    void fifteenHundredOfThemMakeNobodyWaitASecondAndLeaveNothingBehind() throws Exception {
        var storm = new AtomicBoolean(true);
        try (var product = new Product(data);
                var crowd = new Crowd(product.port(), "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            product.heap(HEAP_MEGABYTES);
            product.start();
            var css = styles(product);
            crowd.ask(RATE, CALM, _ -> "/");
            var before = product.weigh();
            var calm = crowd.ask(RATE, CALM, _ -> "/");
            var all = new Dawdlers(product.port(), Duration.ofSeconds(2), Duration.ofSeconds(20));
            for (Callable<Duration> life :
                    List.<Callable<Duration>>of(all::head, all::body, () -> all.reader(css))) {
                many(threads, MANY, () -> again(life, storm));
            }
            var stormy = crowd.ask(RATE, STORM, _ -> "/");
            var during = product.weigh();
            storm.set(false);
            threads.shutdownNow();
            var after = crowd.ask(RATE, CALM, _ -> "/");
            var left = product.weigh();

            System.out.printf(
                    "%d slow clients, %d times cut off%nbefore: %s%nwith them: %s%nafter: %s%n%s%n%s%n%s%n",
                    3 * MANY, cut.get(), calm, stormy, after, before, during, left);
            assertThat(stormy.all().size() - stormy.count(200))
                    .isLessThan((long) (BROKEN_SHARE_MAX * stormy.all().size()));
            assertThat(stormy.p95()).isLessThan(STORM_MILLIS_MAX);
            assertThat(after.count(200)).isEqualTo(after.all().size());
            assertThat(after.p95()).isLessThan(Math.max(UNNOTICED_MILLIS, 2 * calm.p95()));
            assertThat(left.heap() - before.heap()).isLessThan(LEFT_MAX);
            assertThat(product.bugs()).isEmpty();
        }
    }

    /**
     * Kept connections, headers, forms that claim a megabyte each, forms, readers: each of it would
     * fill the heap alone. Whoever finds no room is sent away; the program lives, and nothing stays
     * counted that is gone.
     */
    @Test
    void allOfItTogetherDoesNotEndTheProgram() throws Exception {
        var storm = new AtomicBoolean(true);
        try (var product = new Product(data);
                var crowd = new Crowd(product.port(), "");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            product.heap(HEAP_MEGABYTES);
            product.start();
            var css = styles(product);
            crowd.ask(RATE, CALM, _ -> "/");
            var before = product.weigh();
            crowd.keep(KEPT_EACH_SORT * MANY);
            var all = new Dawdlers(product.port(), Duration.ofSeconds(2), Duration.ofSeconds(20));
            for (Callable<Duration> life :
                    List.<Callable<Duration>>of(
                            all::head, all::body, all::claim, () -> all.reader(css))) {
                many(threads, TOGETHER * MANY, () -> again(life, storm));
            }
            var stormy = crowd.ask(RATE, STORM, _ -> "/");
            var during = product.weigh();
            storm.set(false);
            threads.shutdownNow();
            var pause = crowd.ask(1, CALM, _ -> "/");
            var after = crowd.ask(RATE, CALM, _ -> "/");
            var left = product.weigh();

            System.out.printf(
                    "%d slow clients beside %d kept connections, %d times cut off%nwith them: %s%nthen: %s%nafter: %s%n%s%n%s%n%s%n",
                    4 * TOGETHER * MANY,
                    KEPT_EACH_SORT * MANY,
                    cut.get(),
                    stormy,
                    pause,
                    after,
                    before,
                    during,
                    left);
            assertThat(after.count(200)).isEqualTo(after.all().size());
            assertThat(left.heap() - before.heap()).isLessThan(LEFT_MAX);
            assertThat(product.bugs()).isEmpty();
        }
    }

    private Duration again(Callable<Duration> life, AtomicBoolean storm) throws Exception {
        while (storm.get()) {
            life.call();
            cut.incrementAndGet();
        }
        return Duration.ZERO;
    }

    private static List<Future<Duration>> many(
            ExecutorService threads, int count, Callable<Duration> life) {
        return IntStream.range(0, count).mapToObj(_ -> threads.submit(life)).toList();
    }

    /** The largest file of a page: what a small one answers, the machine takes in at once. */
    private static String styles(Product product) {
        var page = Visitor.of(product.address()).get("/").body();
        int end = page.indexOf(".css\"") + ".css".length();
        return page.substring(page.lastIndexOf('"', end - 1) + 1, end);
    }
}
