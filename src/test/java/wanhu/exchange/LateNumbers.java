package wanhu.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server of GeoReport v2 that can't give a number at once: it answers a POST with a token, and
 * tells the number when it has one.
 */
final class LateNumbers implements AutoCloseable {
    /** With signs that an address does not carry plainly. */
    static final String TOKEN = "a1/b+c=";

    /** What it answers who asks for a number: status, and text. */
    record Answer(int status, String text) {}

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Answer posted = token();
    private volatile Answer stands = new Answer(200, "[{\"status\":\"open\"}]");
    private volatile Answer number = new Answer(200, "[]");

    LateNumbers() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(here, 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    static Answer token() {
        return new Answer(201, "[{\"token\":\"" + TOKEN + "\",\"service_notice\":\"\"}]");
    }

    static Answer number(String number) {
        return new Answer(
                200, "[{\"service_request_id\":" + number + ",\"token\":\"" + TOKEN + "\"}]");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/open311/v2";
    }

    /** What it says to what is sent from now on. */
    void takes(Answer answer) {
        posted = answer;
    }

    /** What it says to who asks for a number from now on. */
    void tells(Answer answer) {
        number = answer;
    }

    /** How a request stands there from now on. */
    void stands(Answer answer) {
        stands = answer;
    }

    long posts() {
        return asked.stream().filter(each -> each.startsWith("POST ")).count();
    }

    /** How often it was asked for a number. */
    long asks() {
        return asked.stream().filter(each -> each.contains("/tokens/")).count();
    }

    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        exchange.getRequestBody().readAllBytes();
        var said = said(exchange.getRequestMethod(), path);
        var text = said.text().getBytes(UTF_8);
        exchange.sendResponseHeaders(said.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private Answer said(String method, String path) {
        if (method.equals("POST")) {
            return posted;
        }
        if (path.contains("/tokens/")) {
            return number;
        }
        return path.contains("/requests/")
                ? stands
                : new Answer(404, "[{\"code\":404,\"description\":\"none\"}]");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
