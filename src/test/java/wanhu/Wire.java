package wanhu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** HTTP as bytes: what no honest client sends can be sent, and every header is seen. */
public final class Wire {
    private static final int ANSWER_MILLIS_MAX = 30_000;

    private final URI address;

    /** To a product that runs at an address. */
    public Wire(String address) {
        this.address = URI.create(address);
    }

    /** What came back; the names of headers are in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** The value of a header; empty when there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Sends a method on a path with further headers, each "Name: value". */
    public Answer send(String method, String path, String... headers) {
        var all = Arrays.stream(headers).map(each -> each + "\r\n").collect(Collectors.joining());
        var host = all.contains("Host:") ? "" : "Host: " + address.getAuthority() + "\r\n";
        return raw(
                "%s %s HTTP/1.1\r\n%s%sConnection: close\r\n\r\n"
                        .formatted(method, path, host, all));
    }

    /** Sends these bytes. */
    public Answer raw(String request) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = socket.getInputStream().readAllBytes();
            return read(new String(answer, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer read(String text) {
        int end = text.indexOf("\r\n\r\n");
        var head = List.of(text.substring(0, Math.max(end, 0)).split("\r\n", -1));
        var headers = new TreeMap<String, String>();
        head.stream()
                .skip(1)
                .map(line -> line.split(":", 2))
                .forEach(part ->
                        headers.merge(
                                part[0].toLowerCase(Locale.ROOT),
                                part[1].strip(),
                                (one, other) -> one + ", " + other));
        var status = head.getFirst().split(" ", 3);
        return new Answer(
                status.length > 1 ? Integer.parseInt(status[1]) : 0,
                headers,
                text.substring(Math.max(end, 0)));
    }
}
