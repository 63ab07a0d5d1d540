package wanhu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each connection to one of the nodes that are in, in turn. */
final class Balancer implements AutoCloseable {
    private final ServerSocket door;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Product> nodes = List.of();

    Balancer() throws IOException {
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** New connections go to these from now on; without any, each is ended at once. */
    void only(Product... in) {
        nodes = List.of(in);
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var all = nodes;
                if (all.isEmpty()) {
                    client.close();
                    continue;
                }
                var node = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
                var server = new Socket(InetAddress.getLoopbackAddress(), node.port());
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            }
        } catch (IOException closed) {
            nodes = List.of();
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            nothing();
        }
    }

    /** Either side may end the connection when it likes. */
    private static void nothing() {}

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
