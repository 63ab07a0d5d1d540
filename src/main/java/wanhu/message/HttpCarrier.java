package wanhu.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wanhu.message.Outbound.Heard;

/**
 * 短信, 企业微信 and 钉钉 over HTTP, as docs/messages.md says: a text message to a gateway that signs and
 * tells what became of it; a text to the robot of a group.
 */
@Component
class HttpCarrier implements Carrier {
    private static final int OK = 200;
    private static final int CLIENT_FAULT = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;
    private static final int REFERENCE_CHARACTERS_MAX = 200;
    private static final String JSON = "application/json; charset=utf-8";
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    private final Outbound outbound;
    private final JsonMapper json = new JsonMapper();
    private final Outbound.Patience patience;

    /**
     * Carries to where it may.
     *
     * @param patience so long an operator may take for the whole of his answer
     */
    HttpCarrier(Outbound outbound, @Value("${wanhu.message-patience:PT10S}") Duration patience) {
        this.outbound = outbound;
        this.patience = new Outbound.Patience(patience, ANSWER_BYTES_MAX);
    }

    @Override
    public Receipt send(ChannelSetting by, String secret, Letter letter) {
        return by.channel() == Channel.SMS
                ? text(by, new Signed(secret, letter))
                : robot(by, letter);
    }

    /** A letter with the secret that signs it. */
    private record Signed(String secret, Letter letter) {}

    private Receipt text(ChannelSetting by, Signed what) {
        var letter = what.letter();
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", letter.id().toString());
        fields.put("to", letter.to());
        fields.put("sign", by.sender());
        fields.put("text", letter.text());
        var body = json.writeValueAsString(fields);
        return ask(
                by.endpoint(),
                request ->
                        request.header("Content-Type", JSON)
                                .header("X-Wanhu-Account", by.account())
                                .header("X-Wanhu-Signature", signature(what.secret(), body))
                                .POST(BodyPublishers.ofString(body)));
    }

    /** HMAC-SHA256 of the body, in hexadecimal digits. */
    static String signature(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = secret.isEmpty() ? "-" : secret;
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Expected HmacSHA256 in every Java", impossible);
        }
    }

    /** What became of a text that was taken before. */
    Receipt ask(ChannelSetting by, String secret, String reference) {
        return ask(
                by.endpoint() + "/" + reference,
                request ->
                        request.header("X-Wanhu-Account", by.account())
                                .header("X-Wanhu-Signature", signature(secret, reference))
                                .GET());
    }

    private Receipt robot(ChannelSetting by, Letter letter) {
        var body =
                json.writeValueAsString(
                        Map.of("msgtype", "text", "text", Map.of("content", letter.text())));
        return ask(
                by.endpoint(),
                request ->
                        request.header("Content-Type", JSON).POST(BodyPublishers.ofString(body)));
    }

    private Receipt ask(String endpoint, UnaryOperator<HttpRequest.Builder> request) {
        return switch (outbound.ask(endpoint, patience, request)) {
            case Heard.Answer answer -> read(answer);
            case Heard.Silence(var why, _) -> Receipt.of(Answer.SILENT, "http " + why);
            case Heard.Stopped _ -> Receipt.of(Answer.LATER, "interrupted");
        };
    }

    private Receipt read(Heard.Answer answer) {
        int status = answer.status();
        if (status == TOO_MANY || status >= SERVER_FAULT) {
            return Receipt.of(Answer.LATER, "http " + status);
        }
        if (status >= CLIENT_FAULT || status != OK) {
            return Receipt.of(Answer.NEVER, "http " + status);
        }
        try {
            return read(json.readTree(answer.text()));
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
            return Receipt.of(Answer.REFUSED, "operator " + code);
        }
        return switch (said.path("state").asString("accepted")) {
            case "delivered" -> new Receipt(Answer.ARRIVED, reference, "");
            case "rejected", "failed" ->
                    new Receipt(Answer.REFUSED, reference, "operator rejected");
            default -> new Receipt(Answer.TAKEN, reference, "");
        };
    }
}
