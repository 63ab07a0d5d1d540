package wanhu.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;

/** The same description for people: each route with what it asks and answers. */
@Controller
class DescriptionPages {
    private static final String REF = "#/components/schemas/";

    private final Description description;

    DescriptionPages(Description description) {
        this.description = description;
    }

    @GetMapping("/api")
    ModelAndView read(Locale locale) {
        return Html.page("api/description", page(description.of(locale)));
    }

    private static DescriptionPage page(Map<String, Object> document) {
        var routes = new ArrayList<DescriptionPage.Route>();
        map(document, "paths")
                .forEach((path, methods) ->
                        map(methods)
                                .forEach((method, operation) ->
                                        routes.add(route(method, path, map(operation)))));
        var schemas =
                map(map(document, "components"), "schemas").entrySet().stream()
                        .map(each ->
                                new DescriptionPage.Schema(
                                        each.getKey(), fields(map(each.getValue()))))
                        .toList();
        return new DescriptionPage(routes, schemas);
    }

    private static DescriptionPage.Route route(
            String method, String path, Map<String, Object> operation) {
        var asked =
                list(operation.get("parameters")).stream()
                        .map(each ->
                                new DescriptionPage.Field(
                                        text(each, "name"),
                                        type(map(each, "schema")),
                                        Boolean.TRUE.equals(each.get("required")),
                                        text(each, "description")))
                        .toList();
        var good = map(map(operation, "responses").values().iterator().next());
        return new DescriptionPage.Route(
                method.toUpperCase(Locale.ROOT),
                path,
                text(operation, "summary"),
                text(operation, "description"),
                asked,
                content(map(operation, "requestBody")),
                content(good));
    }

    /** The name of the schema of a body or answer; empty when there is none. */
    private static String content(Map<String, Object> of) {
        return map(of, "content").values().stream()
                .map(each -> type(map(map(each), "schema")))
                .findFirst()
                .orElse("");
    }

    private static List<DescriptionPage.Field> fields(Map<String, Object> schema) {
        var required = schema.get("required") instanceof List<?> names ? names : List.of();
        return map(schema, "properties").entrySet().stream()
                .map(each ->
                        new DescriptionPage.Field(
                                each.getKey(),
                                type(map(each.getValue())),
                                required.contains(each.getKey()),
                                text(map(each.getValue()), "description")))
                .toList();
    }

    /** As people write a type: string, date-time, UnitRef[], A | B. */
    private static String type(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String name) {
            return name.substring(REF.length());
        }
        if (schema.containsKey("anyOf")) {
            return String.join(
                    " | ", list(schema.get("anyOf")).stream().map(DescriptionPages::type).toList());
        }
        if (schema.get("enum") instanceof List<?> options) {
            return String.join(" | ", options.stream().map(Object::toString).toList());
        }
        if (schema.containsKey("items")) {
            return type(map(schema, "items")) + "[]";
        }
        var type = schema.get("type");
        var plain =
                type instanceof List<?> several
                        ? String.join(" | ", several.stream().map(Object::toString).toList())
                        : String.valueOf(type);
        return schema.containsKey("format") ? plain + " (" + schema.get("format") + ")" : plain;
    }

    private static String text(Map<String, Object> of, String name) {
        return of.get(name) instanceof String text ? text : "";
    }

    private static Map<String, Object> map(Map<String, Object> of, String name) {
        return of.containsKey(name) ? map(of.get(name)) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object of) {
        return (Map<String, Object>) of;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@org.jspecify.annotations.Nullable Object of) {
        return of == null ? List.of() : (List<Map<String, Object>>) of;
    }
}

/** The description as a page. */
record DescriptionPage(List<Route> routes, List<Schema> schemas) {
    /** One method on one path; body and answer are names of schemas, or empty. */
    record Route(
            String method,
            String path,
            String summary,
            String needs,
            List<Field> asked,
            String body,
            String answer) {}

    /** What is sent or answered. */
    record Schema(String name, List<Field> fields) {}

    /** One field. */
    record Field(String name, String type, boolean required, String told) {}
}
