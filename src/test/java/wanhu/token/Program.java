package wanhu.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Ids;

/** A program that calls the API with a token, without cookies. */
public final class Program {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final String secret;
    private final String[] headers;

    Program(String address, String secret, String... headers) {
        this.address = address;
        this.secret = secret;
        this.headers = headers.clone();
    }

    /** What came back; the body is missing when it is no JSON. */
    public record Said(int status, JsonNode body, HttpHeaders headers, String text) {
        /** The text at a path of names and numbers: {@code at("items", 0, "number")}. */
        public String at(Object... path) {
            var node = body;
            for (Object step : path) {
                node = step instanceof Integer place ? node.path(place) : node.path((String) step);
            }
            return node.isMissingNode() ? "(missing)" : node.asString();
        }

        /** A header; empty when it is missing. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The fields with faults. */
        public List<String> faults() {
            return body.path("errors")
                    .valueStream()
                    .map(each -> each.path("field").asString())
                    .toList();
        }
    }

    /** Its token, for another program that is to use it. */
    public String secret() {
        return secret;
    }

    /** The same program with one more header. */
    public Program with(String name, String value) {
        var more = new ArrayList<>(Arrays.asList(headers));
        more.addAll(List.of(name, value));
        return new Program(address, secret, more.toArray(String[]::new));
    }

    /** The same program from another network. */
    public Program from(String network) {
        return with("X-Forwarded-For", network);
    }

    /** Reads below {@code /api/v1}. */
    public Said get(String path) {
        return send(request(path).GET());
    }

    /** Sends JSON with a key of its own. */
    public Said post(String path, String json) {
        return post(path, json, Ids.next().toString());
    }

    /** Sends JSON with that key. */
    public Said post(String path, String json, String key) {
        return call("POST", path, json, "application/json", "Idempotency-Key", key);
    }

    /** Sends anything by any method. */
    public Said call(String method, String path, String body, String type, String... more) {
        var request =
                request(path)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body));
        for (int at = 0; at < more.length; at += 2) {
            request.header(more[at], more[at + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + ApiRoute.ROOT + path));
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return request;
    }

    private static Said send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var body =
                    type.matches("application/(problem\\+)?json.*") && !answer.body().isEmpty()
                            ? JsonMapper.shared().readTree(answer.body())
                            : tools.jackson.databind.node.MissingNode.getInstance();
            return new Said(answer.statusCode(), body, answer.headers(), answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
