package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;

/**
 * Clients that send or read one byte now and then, to keep places that others need. Run by {@code
 * ./check --faults}.
 */
class SlowClients {
    private static final int EACH_SORT = 70;
    private static final int READERS = 60;
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int READ_BYTES = 2048;

    @TempDir private Path data;

    @Test
    void twoHundredOfThemStopNobodyAndAreCutOff() throws Exception {
        try (var product = new Product(data, "--wanhu.slow-window=" + WINDOW);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            product.start();
            var css = asset(product);
            var slow = new ArrayList<Future<Duration>>();
            slow.addAll(many(threads::submit, EACH_SORT, () -> head(product)));
            slow.addAll(many(threads::submit, EACH_SORT, () -> body(product)));
            slow.addAll(many(threads::submit, READERS, () -> reader(product, css)));

            for (int each = 0; each < 10; each++) {
                assertThat(Visitor.of(product.address()).get("/").status()).isEqualTo(200);
            }

            for (var each : slow) {
                assertThat(each.get()).isBetween(WINDOW.dividedBy(2), WINDOW.multipliedBy(30));
            }
            assertThat(Visitor.of(product.address()).get("/").status()).isEqualTo(200);
            assertThat(product.bugs()).isEmpty();
            assertThat(product.traces()).isEmpty();
        }
    }

    private interface Start {
        Future<Duration> start(Callable<Duration> life);
    }

    private static List<Future<Duration>> many(Start start, int count, Callable<Duration> life) {
        return IntStream.range(0, count).mapToObj(_ -> start.start(life)).toList();
    }

    private static String asset(Product product) {
        var page = Visitor.of(product.address()).get("/").body();
        int at = page.indexOf("/assets/");
        return page.substring(at, page.indexOf('"', at));
    }

    /** A header that never ends. */
    private static Duration head(Product product) throws IOException {
        try (var socket = connect(product)) {
            return drip(socket, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
        }
    }

    /** A form that never ends. */
    private static Duration body(Product product) throws IOException {
        try (var socket = connect(product)) {
            return drip(
                    socket,
                    "POST /report/send HTTP/1.1\r\nHost: a\r\nContent-Length: 8000\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=");
        }
    }

    /** One byte after the other until the other side has hung up. */
    private static Duration drip(Socket socket, String first) {
        long begun = System.nanoTime();
        try {
            socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                LockSupport.parkNanos(PAUSE_NANOS);
                socket.getOutputStream().write('a');
            }
        } catch (IOException hungUp) {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** Asks for megabytes and takes them byte by byte. */
    private static Duration reader(Product product, String path) throws IOException {
        long begun = System.nanoTime();
        try (var socket = connect(product)) {
            var ask = "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
            socket.getOutputStream().write(ask.repeat(80).getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().read() >= 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
                if (Duration.ofNanos(System.nanoTime() - begun).compareTo(WINDOW.multipliedBy(2))
                        > 0) {
                    return drained(socket, begun);
                }
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        } catch (IOException hungUp) {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** What the machine had kept for it comes at once; then the end, long before all was sent. */
    private static Duration drained(Socket socket, long begun) throws IOException {
        int bytes = socket.getInputStream().readAllBytes().length;
        assertThat(bytes).isLessThan(2_000_000);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Socket connect(Product product) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(READ_BYTES);
        socket.setSoTimeout((int) WINDOW.multipliedBy(30).toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), product.port()));
        return socket;
    }
}
