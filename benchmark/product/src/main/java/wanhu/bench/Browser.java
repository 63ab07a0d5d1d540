package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody who opens pages and sends their forms, with cookies, as a browser without scripts. */
final class Browser {
    private static final Pattern CSRF =
            Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final int REDIRECT = 302;
    private static final int BAD = 400;

    private final HttpClient client;
    private final String address;
    private final String from;
    private String csrf = "";

    /**
     * A new one.
     *
     * @param from the network that a proxy beside the product says it comes from
     */
    Browser(String address, String from) {
        this.address = address;
        this.from = from;
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** The product did not answer with a page. */
    static final class Answered extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Answered(HttpResponse<String> answer) {
            super("Expected a page but got " + answer.statusCode() + " from " + answer.request().uri());
            status = answer.statusCode();
        }

        int status() {
            return status;
        }
    }

    /** A page, as it is in HTML. */
    String page(String path) {
        return send(request(path).GET()).body();
    }

    /** Sends a form, names and values in turn; answers where it leads, or the page that came. */
    String form(String path, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(csrf));
        for (int at = 0; at < fields.length; at += 2) {
            body.append('&').append(encoded(fields[at])).append('=').append(encoded(fields[at + 1]));
        }
        var answer =
                send(
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body.toString())));
        return answer.statusCode() / 100 == REDIRECT / 100
                ? answer.headers().firstValue("Location").orElseThrow()
                : answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .header("X-Forwarded-For", from);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= BAD) {
                throw new Answered(answer);
            }
            var token = CSRF.matcher(answer.body());
            csrf = token.find() ? token.group(1) : csrf;
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
