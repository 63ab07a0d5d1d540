package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More people than the machine serves well: ten thousand who keep their connections, and five times
 * as many requests as it can answer. Run by {@code ./check --faults}.
 */
class ManyAtOnce {
    private static final int KEPT = Integer.getInteger("faults.kept", 2_500);
    private static final double ACTIVE = Integer.getInteger("faults.active", 200);
    private static final double P95_MILLIS_MAX = 500;

    /** Connections that the warming up had made before. */
    private static final int UNUSED = 200;

    private static final int HEAP_MEGABYTES = 256;
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("faults.warm", 20));
    private static final Duration WATCHED =
            Duration.ofSeconds(Integer.getInteger("faults.watched", 20));

    /** Asked for so many a second nobody is answered in time; what comes then is the capacity. */
    private static final Duration PROBE = Duration.ofSeconds(8);

    private static final double FIRST_RATE = Integer.getInteger("faults.first", 100);
    private static final double STEP = 1.5;
    private static final double SERVED_SHARE = 0.9;
    private static final double TIMES = 5;

    /** How many ask each second, whatever the probe says; 0: by the probe. */
    private static final int RATE = Integer.getInteger("faults.rate", 0);

    /** Of its work: of what is left when four of five are sent away. */
    private static final double GOODPUT_SHARE = 0.5;

    private static final Duration RECOVERED = Duration.ofSeconds(10);

    @TempDir private Path data;

    @Test
    void manyMayKeepTheirConnections() throws Exception {
        try (var product = new Product(data)) {
            product.heap(HEAP_MEGABYTES);
            product.start();
            try (var crowd = new Crowd(product.port(), "")) {
                crowd.ask(ACTIVE / 4, WARM, _ -> "/");
                var before = product.weigh();
                crowd.keep(KEPT);
                var result = crowd.ask(ACTIVE, WATCHED, _ -> "/");
                var during = product.weigh();

                System.out.printf("%d kept: %s%n%s%n%s%n", KEPT, result, before, during);
                assertThat(during.handles() - before.handles()).isGreaterThan(KEPT - UNUSED);
                assertThat(result.count(200)).isEqualTo(result.all().size());
                assertThat(result.p95()).isLessThan(P95_MILLIS_MAX);
                assertThat(product.bugs()).isEmpty();
            }
        }
    }

    /**
     * Clients and product share the processors here, and five times as many clients take five times
     * as much of them: so pages are also counted by the time of processors that the product got.
     */
    @Test
    void fiveTimesTooMuchIsShedAndTheRestIsServed() throws Exception {
        try (var product = new Product(data)) {
            product.heap(HEAP_MEGABYTES);
            product.start();
            try (var crowd = new Crowd(product.port(), "")) {
                System.out.println(Processors.said());
                crowd.ask(FIRST_RATE / 2, WARM, _ -> "/");
                var peak = peak(product, crowd);
                double rate = RATE > 0 ? RATE : TIMES * peak.result.goodput();
                var storm = Load.of(product, () -> crowd.ask(rate, WATCHED, _ -> "/"));
                var pause = crowd.ask(1, RECOVERED, _ -> "/");
                var after = crowd.ask(peak.result.goodput() / 2, WARM, _ -> "/");

                System.out.printf(
                        "most: %s%nfive times that: %s%nthen: %s%nthen: %s%n%s%n",
                        peak, storm, pause, after, product.weigh());
                assertThat(storm.result.sentAway())
                        .isPositive()
                        .isEqualTo(storm.result.count(503) + storm.result.count(429));
                assertThat(storm.result.count(Crowd.BROKEN)).isZero();
                assertThat(storm.result.count(Crowd.NOT_ASKED)).isZero();
                assertThat(storm.pagesASecondOfWork())
                        .isGreaterThan(GOODPUT_SHARE * peak.pagesASecondOfWork());
                assertThat(after.count(200)).isEqualTo(after.all().size());
                assertThat(product.bugs()).isEmpty();
            }
        }
    }

    /** What came of a crowd, and the seconds of processors that the product took for it. */
    private record Load(Crowd.Result result, double work) {
        static Load of(Product product, Supplier<Crowd.Result> crowd) {
            var before = product.worked();
            var result = crowd.get();
            return new Load(result, product.worked().minus(before).toMillis() / 1000.0);
        }

        double pagesASecondOfWork() {
            return result.count(200) / work;
        }

        @Override
        public String toString() {
            return "%s; %.1f s of work, %.0f pages for each"
                    .formatted(result, work, pagesASecondOfWork());
        }
    }

    /** The most that it serves: asked for more and more until no more comes. */
    private static Load peak(Product product, Crowd crowd) {
        var best = probe(product, crowd, FIRST_RATE);
        if (best.result.goodput() < SERVED_SHARE * FIRST_RATE) {
            return best;
        }
        for (double rate = FIRST_RATE * STEP; ; rate *= STEP) {
            var next = probe(product, crowd, rate);
            if (next.result.goodput() < best.result.goodput()) {
                return best;
            }
            best = next;
            if (next.result.goodput() < SERVED_SHARE * rate) {
                return best;
            }
        }
    }

    private static Load probe(Product product, Crowd crowd, double rate) {
        var load = Load.of(product, () -> crowd.ask(rate, PROBE, _ -> "/"));
        System.out.printf("asked for %.0f/s: %s%n", rate, load);
        return load;
    }
}
