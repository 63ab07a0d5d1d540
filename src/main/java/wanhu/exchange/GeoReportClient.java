package wanhu.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks Open311 GeoReport v2 (POST requests.json, GET tokens/TOKEN.json, GET requests/ID.json).
 * The standard knows neither keys of idempotency nor a way back: the token of our own server
 * (docs/open311.md) makes the same the same; a server that does not know it ({@code field.token =
 * -}) is never sent twice what may have arrived, and a person looks.
 */
@Component
class GeoReportClient implements Speech {
    private static final String TOKEN = "token";
    private static final String CLOSED = "closed";

    private static final List<String> CONSTANTS =
            List.of("phone", "email", "first_name", "last_name", "jurisdiction_id");

    private final Asking asking;
    private final JsonMapper json = new JsonMapper();

    GeoReportClient(Asking asking) {
        this.asking = asking;
    }

    @Override
    public boolean once(Partner partner) {
        return partner.mapping().leaves(TOKEN);
    }

    @Override
    public Said send(Partner partner, String key, Map<String, Object> letter) {
        var code = encoded(text(letter, "category"));
        return switch (get(partner, key, "/services/" + code + ".json")) {
            case Said.Later(int status, var why, _) -> new Said.Later(status, why, false);
            case Said.No _ -> post(partner, key, fields(partner, letter, List.of()));
            case Said.Good(var definition) ->
                    post(partner, key, fields(partner, letter, asked(definition)));
        };
    }

    /** Attributes that the definition of a service asks for. */
    private static List<String> asked(JsonNode definition) {
        return definition
                .path("attributes")
                .valueStream()
                .map(each -> each.path("code").asString(""))
                .toList();
    }

    private Said post(Partner partner, String key, Map<String, String> fields) {
        var form = form(fields) + "&" + form(Map.of("api_key", key));
        var said =
                asking.ask(
                        partner.address() + "/requests.json",
                        request ->
                                request.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(form)));
        return switch (said) {
            case Said.Good(var body) -> new Said.Good(taken(first(body)));
            case Said.Later(int status, var why, boolean arrived) when arrived && !once(partner) ->
                    new Said.No(status, "? " + why, "");
            case Said.No _, Said.Later _ -> said;
        };
    }

    /** The phone, where they ask for one, is that of our office: a constant of the table. */
    private static Map<String, String> fields(
            Partner partner, Map<String, Object> letter, List<String> asked) {
        var mapping = partner.mapping();
        var fields = new LinkedHashMap<String, String>();
        fields.put("service_code", text(letter, "category"));
        fields.put("address_id", text(letter, "place"));
        fields.put("address_string", text(letter, "spot"));
        fields.put(
                "description",
                Stream.of(text(letter, "title"), text(letter, "text"))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n\n")));
        var danger = Boolean.TRUE.equals(letter.get("danger")) ? "yes" : "no";
        var known = Map.of("kind", text(letter, "kind"), "danger", danger);
        known.forEach((code, value) -> {
            if (asked.contains(code)) {
                fields.put("attribute[" + code + "]", value);
            }
        });
        for (String constant : CONSTANTS) {
            mapping.constant(constant).ifPresent(each -> fields.put(constant, each));
        }
        if (mapping.leaves(TOKEN)) {
            fields.put(TOKEN, token(partner, letter));
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String text(Map<String, Object> letter, String field) {
        return String.valueOf(letter.getOrDefault(field, ""));
    }

    /** The same for the same number of ours, whatever was put right meanwhile. */
    private static String token(Partner partner, Map<String, Object> letter) {
        var name = partner.id() + text(letter, "origin");
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().replace("-", "");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** The notice is for a resident, and not kept. */
    private JsonNode taken(JsonNode row) {
        return json.createObjectNode()
                .put("number", row.path("service_request_id").asString(""))
                .put("awaited", row.path(TOKEN).asString(""));
    }

    /** The standard says a list; some servers give its only row. */
    private static JsonNode first(JsonNode body) {
        return body.isArray() ? body.path(0) : body;
    }

    /** As long as there is none they may say so, or that they know no such token. */
    @Override
    public Said number(Partner partner, String key, String awaited) {
        var said = get(partner, key, "/tokens/" + encoded(awaited) + ".json");
        return said instanceof Said.Good(var body) ? new Said.Good(taken(first(body))) : said;
    }

    @Override
    public Said look(Partner partner, String key, String number) {
        var said = row(partner, key, number);
        return said instanceof Said.Good(var body)
                ? new Said.Good(state(partner.mapping(), first(body)))
                : said;
    }

    private Said row(Partner partner, String key, String number) {
        return get(partner, key, "/requests/" + encoded(number) + ".json");
    }

    /** In the header a key stays out of the logs of servers on its way. */
    private Said get(Partner partner, String key, String path) {
        var query = new LinkedHashMap<String, String>();
        query.put("extensions", "true");
        partner.mapping()
                .constant("jurisdiction_id")
                .ifPresent(each -> query.put("jurisdiction_id", each));
        return asking.ask(
                partner.address() + path + "?" + form(query),
                request -> request.header("X-Api-Key", key).GET());
    }

    /** Their word for it by the table; without a row open is at work, and closed is answered. */
    private JsonNode state(Mapping mapping, JsonNode row) {
        var status = row.path("status").asString("");
        var detail = row.path("extended_attributes").path("detailed_status").asString("");
        boolean closed = status.equals(CLOSED);
        var notes = row.path("status_notes").asString("");
        var said = json.createObjectNode().put("stage", stage(mapping, status, detail));
        said.putObject("ending").put("answer", closed ? given(notes, detail) : "");
        return said;
    }

    private static String stage(Mapping mapping, String status, String detail) {
        if (Theirs.gaveBack(mapping.state(detail))) {
            return mapping.state(detail);
        }
        var stage = mapping.state(status);
        return switch (stage) {
            case "open" -> "IN_PROGRESS";
            case CLOSED -> "CLOSED";
            default -> stage;
        };
    }

    private static String given(String notes, String detail) {
        return notes.isEmpty() ? (detail.isEmpty() ? CLOSED : detail) : notes;
    }

    @Override
    public String told(Partner partner, String key, String number) {
        return row(partner, key, number) instanceof Said.Good(var body)
                ? first(body).path("status_notes").asString("")
                : "";
    }

    /** The standard has no such thing; it is not offered. */
    @Override
    public Said takeBack(Partner partner, String key, Handover handover) {
        return new Said.No(0, "GeoReport v2", "");
    }
}
