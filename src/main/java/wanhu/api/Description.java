package wanhu.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import wanhu.base.Words;
import wanhu.token.ApiRoute;
import wanhu.token.Reach;
import wanhu.workbench.StepDesk;

/** The description of the API by OpenAPI 3.1, made from its routes and records. */
@Component
class Description {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final ApiRoutes routes;
    private final Words words;

    Description(ApiRoutes routes, Words words) {
        this.routes = routes;
        this.words = words;
    }

    /** The whole document in a language. */
    Map<String, Object> of(Locale locale) {
        var schemas = new Schemas(words, locale);
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        routes.all().stream()
                .filter(route -> route.needs().value() != Reach.ANYBODY)
                .forEach(route ->
                        paths.computeIfAbsent(
                                        route.path().substring(ApiRoute.ROOT.length()),
                                        _ -> new LinkedHashMap<>())
                                .put(route.method(), operation(route, schemas, locale)));
        var info =
                ordered(
                        "title", words.text(locale, "api.title"),
                        "version", "1",
                        "description", words.text(locale, "api.lead"),
                        "license", ordered("name", "Apache-2.0", "identifier", "Apache-2.0"));
        schemas.answer(Faulty.class);
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                info,
                "servers",
                List.of(ordered("url", ApiRoute.ROOT)),
                "security",
                List.of(ordered("token", List.of())),
                "paths",
                paths,
                "components",
                ordered(
                        "securitySchemes",
                        ordered("token", ordered("type", "http", "scheme", "bearer")),
                        "responses",
                        ordered("Problem", problem(locale)),
                        "schemas",
                        schemas.known()));
    }

    /** A no (RFC 9457) as it is answered. */
    record Faulty(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<FaultOf> errors) {}

    /** One fault in a field; the field is empty when it is none. */
    record FaultOf(String field, String detail) {}

    private Map<String, Object> problem(Locale locale) {
        return ordered(
                "description",
                words.text(locale, "api.problem"),
                "content",
                ordered(
                        PROBLEM,
                        ordered("schema", ordered("$ref", "#/components/schemas/Faulty"))));
    }

    private Map<String, Object> operation(ApiRoutes.Route route, Schemas schemas, Locale locale) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", route.name());
        operation.put("summary", words.text(locale, "api.op." + route.name()));
        operation.put("description", words.text(locale, "api.needs", route.needs().value().text()));
        var parameters = parameters(route, locale);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (route.needs().takes() != Void.class) {
            var schema = schemas.body(route.needs().takes());
            operation.put(
                    "requestBody",
                    ordered("required", true, "content", ordered(JSON, ordered("schema", schema))));
        }
        operation.put("responses", responses(route, schemas, locale));
        return operation;
    }

    private Map<String, Object> responses(ApiRoutes.Route route, Schemas schemas, Locale locale) {
        var good = new LinkedHashMap<String, Object>();
        good.put("description", words.text(locale, "api.good"));
        if (route.answer() != Void.class) {
            good.put("content", ordered(JSON, ordered("schema", schemas.answer(route.answer()))));
        } else if (!route.types().contains(JSON)) {
            var files = new LinkedHashMap<String, Object>();
            route.types().forEach(type -> files.put(type, ordered()));
            good.put("content", files);
        }
        return ordered(
                Integer.toString(route.needs().gives()),
                good,
                "default",
                ordered("$ref", "#/components/responses/Problem"));
    }

    private List<Map<String, Object>> parameters(ApiRoutes.Route route, Locale locale) {
        var all = new ArrayList<Map<String, Object>>();
        for (String name : route.variables()) {
            var schema =
                    name.equals("step")
                            ? ordered(
                                    "type",
                                    "string",
                                    "enum",
                                    StepDesk.all().map(StepDesk.Asked::step).toList())
                            : ordered("type", "string");
            all.add(parameter("path", name, schema, locale));
        }
        for (Question question : route.questions()) {
            all.add(parameter("query", question.name(), schema(question), locale));
        }
        if (route.name().equals("takeStep")) {
            all.add(parameter("header", "If-Match", ordered("type", "string"), locale));
        }
        if (route.handler().isAnnotationPresent(Commanded.class)) {
            all.add(parameter("header", "Idempotency-Key", ordered("type", "string"), locale));
        }
        return all;
    }

    private Map<String, Object> parameter(
            String in, String name, Map<String, Object> schema, Locale locale) {
        return ordered(
                "name",
                name,
                "in",
                in,
                "required",
                !in.equals("query"),
                "description",
                words.text(locale, "api.ask." + name),
                "schema",
                schema);
    }

    private static Map<String, Object> schema(Question question) {
        return switch (question.type()) {
            case TEXT, UNIT, CURSOR -> ordered("type", "string");
            case DAY -> ordered("type", "string", "format", "date");
            case NUMBER -> ordered("type", "integer", "minimum", 0);
            case YES_NO -> ordered("type", "boolean");
            case CHOICE -> ordered("type", "string", "enum", question.options());
        };
    }

    /** A map in the order in which it is written: names and values in turn. */
    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put((String) pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
