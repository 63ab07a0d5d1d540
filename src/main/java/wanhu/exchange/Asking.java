package wanhu.exchange;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Refused;
import wanhu.message.Outbound;
import wanhu.message.Outbound.Heard;

/** Asks another system over HTTP, and tells a yes from a no and from what nobody knows. */
@Component
class Asking {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CLIENT_FAULT = 400;

    /**
     * Not a no: a token being renewed, too slow, the same key still being worked at
     * (draft-ietf-httpapi-idempotency-key-header), too early, too often.
     */
    private static final Set<Integer> LATER = Set.of(401, 408, 409, 425, 429);

    private static final int SERVER_FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final int ANSWER_BYTES_MAX = 256 * 1024;
    private static final int FAULT_CHARACTERS_MAX = 300;

    private final Outbound outbound;
    private final Outbound.Patience patience;
    private final JsonMapper json = new JsonMapper();

    /**
     * Asks where it may.
     *
     * @param patience so long they may take for the whole of an answer
     */
    Asking(Outbound outbound, @Value("${wanhu.exchange-patience:PT10S}") Duration patience) {
        this.outbound = outbound;
        this.patience = new Outbound.Patience(patience, ANSWER_BYTES_MAX);
    }

    Said ask(String address, UnaryOperator<HttpRequest.Builder> request) {
        try {
            return switch (outbound.ask(address, patience, each -> request.apply(named(each)))) {
                case Heard.Answer answer -> read(answer);
                case Heard.Silence(var why, boolean arrived) -> new Said.Later(0, why, arrived);
                case Heard.Stopped _ -> new Said.Later(0, "stopped", true);
            };
        } catch (Refused _) {
            return new Said.Later(0, "closed address", false);
        }
    }

    private static HttpRequest.Builder named(HttpRequest.Builder request) {
        return request.header("Accept-Language", "zh").header("User-Agent", "Wanhu-Exchange/1");
    }

    /** A token that is not good today may be good again tomorrow: that is no refusal. */
    private Said read(Heard.Answer answer) {
        int status = answer.status();
        boolean later = LATER.contains(status) || status >= SERVER_FAULT;
        boolean good = status == OK || status == CREATED;
        try {
            if (good) {
                return new Said.Good(json.readTree(answer.text()));
            }
            return status >= CLIENT_FAULT && !later
                    ? no(status, json.readTree(answer.text()))
                    : later(status, "http " + status);
        } catch (JacksonException _) {
            return status >= CLIENT_FAULT && !later
                    ? new Said.No(status, "http " + status, "")
                    : later(status, "no json");
        }
    }

    private static Said.Later later(int status, String why) {
        boolean before = LATER.contains(status) || status == UNAVAILABLE;
        return new Said.Later(status, why, !before);
    }

    /** RFC 9457, or the list of faults of GeoReport v2. */
    private static Said.No no(int status, JsonNode said) {
        var text = new StringBuilder(said.path("detail").asString(""));
        said.path("errors")
                .forEach(each -> {
                    var field = each.path("field").asString("");
                    if (!field.isEmpty()) {
                        text.append("; ").append(field);
                    }
                });
        if (said.isArray()) {
            said.forEach(each -> text.append(each.path("description").asString("")).append(' '));
        }
        var why = text.toString().strip();
        return new Said.No(
                status,
                why.substring(0, Math.min(why.length(), FAULT_CHARACTERS_MAX)),
                said.path("reason").asString(""));
    }
}
