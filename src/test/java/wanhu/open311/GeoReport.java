package wanhu.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks GeoReport v2 in one of its formats, without cookies. */
final class GeoReport {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final Format format;
    private final int county;

    GeoReport(String address, Format format, int county) {
        this.address = address;
        this.format = format;
        this.county = county;
    }

    /**
     * What came back.
     *
     * @param rows the items of a list, or one document, with their fields; null is empty
     */
    record Said(int status, String type, String body, List<Map<String, String>> rows) {
        Map<String, String> row() {
            return rows.getFirst();
        }

        /** The field of each row. */
        List<String> column(String field) {
            return rows.stream().map(row -> row.getOrDefault(field, "")).toList();
        }

        String text(String field) {
            return row().getOrDefault(field, "(missing)");
        }
    }

    String ending() {
        return format == Format.XML ? ".xml" : ".json";
    }

    /** Reads a resource of this county: {@code services}, {@code requests/1}. */
    Said get(String resource, String... arguments) {
        return plain("/open311/v2/" + resource + ending(), with("jurisdiction_id", arguments));
    }

    private String[] with(String name, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(name, "%06d".formatted(county)));
        return all.toArray(String[]::new);
    }

    /** Reads an address with these arguments alone. */
    Said plain(String path, String... arguments) {
        return send(HttpRequest.newBuilder(URI.create(address + path + "?" + form(arguments))));
    }

    /** Posts a form of this county. */
    Said post(String resource, String... arguments) {
        return send(
                HttpRequest.newBuilder(URI.create(address + "/open311/v2/" + resource + ending()))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form(with("jurisdiction_id", arguments)))));
    }

    /** Posts any body with the key in the header. */
    Said body(String resource, String key, String type, String body) {
        return send(
                HttpRequest.newBuilder(
                                URI.create(
                                        address
                                                + "/open311/v2/"
                                                + resource
                                                + ending()
                                                + "?jurisdiction_id="
                                                + county))
                        .header("X-Api-Key", key)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Said send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return new Said(answer.statusCode(), type, answer.body(), rows(answer.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<Map<String, String>> rows(String body) {
        return format == Format.XML ? fromXml(body) : fromJson(body);
    }

    private static List<Map<String, String>> fromXml(String body) {
        try {
            var root =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                            .getDocumentElement();
            boolean single = List.of("discovery", "service_definition").contains(root.getTagName());
            return single
                    ? List.of(fields(root))
                    : elements(root).stream().map(GeoReport::fields).toList();
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException("Expected XML but got " + body, broken);
        }
    }

    private static Map<String, String> fields(Element item) {
        var fields = new LinkedHashMap<String, String>();
        elements(item).forEach(each -> fields.put(each.getTagName(), each.getTextContent()));
        return fields;
    }

    private static List<Element> elements(Element of) {
        var found = new ArrayList<Element>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Map<String, String>> fromJson(String body) {
        var root = JsonMapper.shared().readTree(body);
        var items = new ArrayList<Map<String, String>>();
        if (root.isArray()) {
            root.forEach(each -> items.add(fields(each)));
        } else {
            items.add(fields(root));
        }
        return items;
    }

    private static Map<String, String> fields(JsonNode item) {
        var fields = new LinkedHashMap<String, String>();
        item.properties()
                .forEach(each -> {
                    var value = each.getValue();
                    var text = value.isContainer() ? value.toString() : value.asString();
                    fields.put(each.getKey(), value.isNull() ? "" : text);
                });
        return fields;
    }

    private static String form(String... arguments) {
        var text = new StringBuilder();
        for (int at = 0; at < arguments.length; at += 2) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(encoded(arguments[at]))
                    .append('=')
                    .append(encoded(arguments[at + 1]));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
