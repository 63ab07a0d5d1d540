package wanhu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser without JavaScript: keeps cookies, sends the CSRF token of the last page
 * with each form, and does not follow redirects unless asked.
 */
public final class Visitor {
    private static final Pattern CSRF =
            Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
    private static final String BOUNDARY = "----wanhu-test-boundary";

    private final String address;
    private final HttpClient client;
    private String brought = "";
    private String csrf = "";
    private String from = "127.0.0.1";

    /** A new visitor without cookies of a product that runs at an address. */
    public static Visitor of(String address) {
        return new Visitor(address);
    }

    Visitor(String address) {
        this(
                address,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    private Visitor(String address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    /** The same browser, with its cookies, at another port of the same machine. */
    public Visitor at(String other) {
        return new Visitor(other, client);
    }

    /** What came back. */
    public record Answer(int status, String body, Optional<String> location, String type) {
        /** Whether the text stands on the page, as it is in the HTML. */
        public boolean says(String text) {
            return body.contains(text);
        }
    }

    /** A file of an upload form. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Upload(String name, String type, byte[] content) {}

    /** Comes from another network address from now on, through a proxy beside the product. */
    public Visitor from(String network) {
        from = network;
        return this;
    }

    /** A cookie that the browser would send with this page. */
    public Optional<String> cookie(String path, String name) {
        try {
            var jar = client.cookieHandler().orElseThrow();
            return jar.get(URI.create(address + path), Map.of()).values().stream()
                    .flatMap(List::stream)
                    .flatMap(line -> Arrays.stream(line.split("; ?")))
                    .filter(each -> each.startsWith(name + "="))
                    .map(each -> each.substring(name.length() + 1))
                    .findFirst();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Brings a cookie that nobody gave to this browser. */
    public Visitor brings(String name, String value) {
        brought = name + "=" + value;
        return this;
    }

    /** Reads a page. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /**
     * Sends a form; names and values in turn: {@code post("/signin", "user", "a", "word", "b")}.
     */
    public Answer post(String path, String... form) {
        var fields = fields(form);
        fields.putIfAbsent("_csrf", csrf);
        var body =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with one file in the field {@code field}. */
    public Answer upload(String path, String field, Upload file, String... form) {
        var fields = fields(form);
        fields.putIfAbsent("_csrf", csrf);
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            head(body, "name=\"" + name + "\"", "");
            body.writeBytes(bytes(value + "\r\n"));
        });
        head(
                body,
                "name=\"" + field + "\"; filename=\"" + file.name() + "\"",
                "Content-Type: " + file.type() + "\r\n");
        var parts =
                List.of(body.toByteArray(), file.content(), bytes("\r\n--" + BOUNDARY + "--\r\n"));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                BodyPublishers.concat(
                                        parts.stream()
                                                .map(BodyPublishers::ofByteArray)
                                                .toArray(HttpRequest.BodyPublisher[]::new))));
    }

    /** Reads the page that a redirect leads to; the same answer when it is none. */
    public Answer follow(Answer answer) {
        return answer.location()
                .map(target -> get(target.startsWith(address) ? path(target) : target))
                .orElse(answer);
    }

    private String path(String target) {
        return target.substring(address.length());
    }

    private HttpRequest.Builder request(String path) {
        var request = plain(path);
        return brought.isEmpty() ? request : request.header("Cookie", brought);
    }

    private HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_MAX)
                .header("Accept", "text/html,*/*")
                .header("X-Forwarded-For", from)
                .header("Accept-Language", "zh-CN");
    }

    /** Takes a file away, byte for byte. */
    public byte[] file(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var token = CSRF.matcher(response.body());
            csrf = token.find() ? token.group(1) : csrf;
            var headers = response.headers();
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    headers.firstValue("Location"),
                    headers.firstValue("Content-Type").orElse(""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, String> fields(String... form) {
        var fields = new LinkedHashMap<String, String>();
        for (int at = 0; at < form.length; at += 2) {
            fields.put(form[at], form[at + 1]);
        }
        return fields;
    }

    private static void head(ByteArrayOutputStream body, String name, String header) {
        body.writeBytes(
                bytes(
                        "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
                                .formatted(BOUNDARY, name, header)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
