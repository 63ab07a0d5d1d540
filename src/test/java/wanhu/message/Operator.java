package wanhu.message;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fake operator of text messages and group robots: a real server that keeps what it was told. */
final class Operator implements AutoCloseable {
    /** What came: path, headers that matter, body. */
    record Call(String method, String path, String signature, String body) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile Runnable meanwhile = () -> {};

    Operator() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** From now on it answers so. */
    Operator answers(int code, String json) {
        status = code;
        answer = json;
        return this;
    }

    /** What happens while it is asked. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    String href(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var signature = exchange.getRequestHeaders().getFirst("X-Wanhu-Signature");
        calls.add(
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        signature == null ? "" : signature,
                        body));
        meanwhile.run();
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
