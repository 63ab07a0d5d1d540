package wanhu.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that send or read one byte now and then, to keep places that others need. Each lives
 * until the other side has hung up, and answers how long that took.
 *
 * @param port of the product
 * @param pause between two bytes
 * @param window after which the product asks what came of a client
 */
record Dawdlers(int port, Duration pause, Duration window) {
    private static final int READ_BYTES = 2048;
    private static final int PAGES = 80;

    /** What no reader of ours may get who takes it byte by byte. */
    private static final int UNREAD_BYTES_MAX = 2_000_000;

    /** A header that never ends. */
    Duration head() throws IOException {
        try (var socket = connect()) {
            return drip(socket, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
        }
    }

    /** A form that never ends. */
    Duration body() throws IOException {
        try (var socket = connect()) {
            return drip(
                    socket,
                    "POST /report/send HTTP/1.1\r\nHost: a\r\nContent-Length: 8000\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=");
        }
    }

    /** A form that claims to be as large as any may be, and never comes. */
    Duration claim() throws IOException {
        try (var socket = connect()) {
            return drip(
                    socket,
                    "POST /report/send HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=");
        }
    }

    /** One byte after the other until the other side has hung up. */
    private Duration drip(Socket socket, String first) {
        long begun = System.nanoTime();
        try {
            socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                dawdle();
                socket.getOutputStream().write('a');
            }
        } catch (IOException hungUp) {
            return since(begun);
        }
    }

    /** Asks for megabytes and takes them byte by byte. */
    Duration reader(String path) throws IOException {
        long begun = System.nanoTime();
        try (var socket = connect()) {
            var ask = "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
            socket.getOutputStream().write(ask.repeat(PAGES).getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().read() >= 0) {
                dawdle();
                if (since(begun).compareTo(window.multipliedBy(2)) > 0) {
                    return drained(socket, begun);
                }
            }
            return since(begun);
        } catch (IOException hungUp) {
            return since(begun);
        }
    }

    /** What the machine had kept for it comes at once; then the end, long before all was sent. */
    private static Duration drained(Socket socket, long begun) throws IOException {
        int bytes = socket.getInputStream().readAllBytes().length;
        if (bytes > UNREAD_BYTES_MAX) {
            throw new IllegalStateException("Expected the end but got " + bytes + " bytes");
        }
        return since(begun);
    }

    private void dawdle() throws IOException {
        LockSupport.parkNanos(pause.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("Called away");
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(READ_BYTES);
        socket.setSoTimeout((int) window.multipliedBy(30).toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
