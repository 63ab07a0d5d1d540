package wanhu.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A wire between a program and its database that can be slow, break or go dead. */
final class BadWire implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 16;

    private final int target;
    private final ServerSocket door;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean swallows;

    BadWire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Each piece comes so much later. */
    void slow(Duration by) {
        delay = by;
    }

    /** Everything is swallowed without a word, or carried again; what was swallowed stays lost. */
    void swallow(boolean everything) {
        swallows = everything;
    }

    /** All connections end. */
    void cut() {
        for (var each = open.poll(); each != null; each = open.poll()) {
            close(each);
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            carry(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            close(from);
            close(to);
        }
    }

    private void carry(InputStream from, OutputStream to) throws IOException {
        var block = new byte[BLOCK_BYTES];
        for (int read = from.read(block); read >= 0; read = from.read(block)) {
            LockSupport.parkNanos(delay.toNanos());
            if (!swallows) {
                to.write(block, 0, read);
            }
        }
        throw new IOException("ended");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
