package wanhu.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks with a second Wanhu, and with any system that does as docs/exchange.md says. The key of
 * what is sent follows from it, so that the same is the same; what somebody put right meanwhile has
 * another key and the same number of ours.
 */
@Component
class PartnerClient implements Speech {
    private final Asking asking;
    private final JsonMapper json = new JsonMapper();

    PartnerClient(Asking asking) {
        this.asking = asking;
    }

    @Override
    public boolean once(Partner partner) {
        return true;
    }

    /** There is no such thing: what is taken has its number at once. */
    @Override
    public Said number(Partner partner, String token, String awaited) {
        return new Said.No(0, "no number", "");
    }

    @Override
    public Said send(Partner partner, String token, Map<String, Object> letter) {
        return post(partner, token, "/matters", letter);
    }

    @Override
    public Said takeBack(Partner partner, String token, Handover handover) {
        var path = "/matters/" + handover.there().number() + "/withdrawal";
        return post(partner, token, path, Map.of("reason", handover.back()));
    }

    private Said post(Partner partner, String token, String path, Map<String, Object> body) {
        var text = json.writeValueAsString(body);
        var key = UUID.nameUUIDFromBytes((partner.id() + path + text).getBytes(UTF_8));
        return asking.ask(
                partner.address() + path,
                request ->
                        signed(request, token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key.toString())
                                .POST(BodyPublishers.ofString(text)));
    }

    @Override
    public Said look(Partner partner, String token, String path) {
        return asking.ask(
                partner.address() + "/matters/" + path, request -> signed(request, token).GET());
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    @Override
    public String told(Partner partner, String token, String number) {
        if (!(look(partner, token, number + "/timeline") instanceof Said.Good(var body))) {
            return "";
        }
        return body.path("items")
                .valueStream()
                .map(each -> each.path("told").asString(""))
                .filter(each -> !each.isEmpty())
                .reduce("", (_, last) -> last);
    }
}
