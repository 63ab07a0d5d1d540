package wanhu.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The way between two systems, which can be cut before or after the other has heard. */
final class Between implements AutoCloseable {
    private static final List<String> PASSED =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "Accept",
                    "X-Api-Key",
                    "Accept-Language");

    /** How it is. */
    enum Way {
        /** All goes through. */
        OPEN,
        /** Nothing arrives. */
        CUT,
        /** They are still at work on what was sent before. */
        BUSY,
        /** What is sent arrives, what is answered does not. */
        DEAF,
        /** They give nothing back. */
        KEPT,
        /** What is asked is answered, what is posted arrives without an answer. */
        LOST
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String to;
    private volatile Way way = Way.OPEN;

    Between(String to) {
        this.to = to;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return at("/api/v1/");
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void is(Way next) {
        way = next;
    }

    /** All that was sent. */
    List<String> bodies() {
        return bodies;
    }

    private void pass(HttpExchange exchange) throws IOException {
        var now = way;
        var body = exchange.getRequestBody().readAllBytes();
        if (now == Way.CUT || now == Way.BUSY) {
            exchange.sendResponseHeaders(now == Way.CUT ? 503 : 409, -1);
            exchange.close();
            return;
        }
        bodies.add(new String(body, StandardCharsets.UTF_8));
        if (now == Way.KEPT && exchange.getRequestURI().getPath().endsWith("/withdrawal")) {
            var no = "{\"detail\":\"正在施工\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(422, no.length);
            exchange.getResponseBody().write(no);
            exchange.close();
            return;
        }
        var request =
                HttpRequest.newBuilder(URI.create(to + exchange.getRequestURI()))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : PASSED) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            boolean posted = exchange.getRequestMethod().equals("POST");
            boolean lost = now == Way.DEAF || (now == Way.LOST && posted);
            int status = lost ? 502 : answer.statusCode();
            var said = lost ? new byte[0] : answer.body();
            exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            exchange.close();
        }
    }

    /** Waits until all of it is done. */
    static void ended(List<Future<?>> work) {
        for (Future<?> each : work) {
            try {
                each.get();
            } catch (ExecutionException broken) {
                throw new IllegalStateException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
