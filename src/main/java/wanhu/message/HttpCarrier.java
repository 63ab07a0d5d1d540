package wanhu.message;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 短信, 企业微信 and 钉钉 over HTTP, as docs/messages.md says: a text message to a gateway that signs and
 * tells what became of it; a text to the robot of a group.
 */
@Component
class HttpCarrier implements Carrier {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CLIENT_FAULT = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;
    private static final int REFERENCE_CHARACTERS_MAX = 200;

    private final Outbound outbound;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    HttpCarrier(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Receipt send(ChannelSetting by, String secret, Letter letter) {
        var uri = outbound.check(by.endpoint());
        return by.channel() == Channel.SMS
                ? text(uri, by, new Signed(secret, letter))
                : robot(uri, letter);
    }

    /** A letter with the secret that signs it. */
    private record Signed(String secret, Letter letter) {}

    private Receipt text(URI uri, ChannelSetting by, Signed what) {
        var letter = what.letter();
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", letter.id().toString());
        fields.put("to", letter.to());
        fields.put("sign", by.sender());
        fields.put("text", letter.text());
        return ask(signed(uri, by, what.secret(), json.writeValueAsString(fields)));
    }

    private static HttpRequest signed(URI uri, ChannelSetting by, String secret, String body) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Wanhu-Account", by.account())
                .header("X-Wanhu-Signature", signature(secret, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** HMAC-SHA256 of the body, in hexadecimal digits. */
    static String signature(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = secret.isEmpty() ? "-" : secret;
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Expected HmacSHA256 in every Java", impossible);
        }
    }

    /** What became of a text that was taken before. */
    Receipt ask(ChannelSetting by, String secret, String reference) {
        var uri = outbound.check(by.endpoint() + "/" + reference);
        return ask(
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("X-Wanhu-Account", by.account())
                        .header("X-Wanhu-Signature", signature(secret, reference))
                        .GET()
                        .build());
    }

    private Receipt robot(URI uri, Letter letter) {
        var body =
                json.writeValueAsString(
                        Map.of("msgtype", "text", "text", Map.of("content", letter.text())));
        return ask(
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private Receipt ask(HttpRequest request) {
        try {
            return read(client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            return Receipt.of(Answer.LATER, "http " + failed.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Receipt.of(Answer.LATER, "interrupted");
        }
    }

    private Receipt read(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == TOO_MANY || status >= SERVER_FAULT) {
            return Receipt.of(Answer.LATER, "http " + status);
        }
        if (status >= CLIENT_FAULT || status != OK) {
            return Receipt.of(Answer.NEVER, "http " + status);
        }
        try {
            return read(json.readTree(answer.body()));
        } catch (JacksonException _) {
            return Receipt.of(Answer.NEVER, "http no json");
        }
    }

    private static Receipt read(JsonNode said) {
        var reference = said.path("id").asString("");
        boolean fits =
                reference.matches("[A-Za-z0-9_.-]{0,%d}".formatted(REFERENCE_CHARACTERS_MAX));
        int code = said.path("errcode").asInt(0);
        if (code != 0 || !fits) {
            return Receipt.of(Answer.NEVER, "operator " + code);
        }
        return switch (said.path("state").asString("accepted")) {
            case "delivered" -> new Receipt(Answer.ARRIVED, reference, "");
            case "rejected", "failed" -> new Receipt(Answer.NEVER, reference, "operator rejected");
            default -> new Receipt(Answer.TAKEN, reference, "");
        };
    }
}
