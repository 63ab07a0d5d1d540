package wanhu.api;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Words;
import wanhu.workbench.StepDesk;
import wanhu.workbench.StepInput;

/**
 * The schemas of what is sent and answered, read from the records themselves, so that none can say
 * anything else than the code does.
 */
final class Schemas {
    private static final String REF = "#/components/schemas/";

    private final Words words;
    private final Locale locale;
    private final Map<String, Map<String, Object>> known = new TreeMap<>();

    Schemas(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** All that were asked for, by name. */
    Map<String, Map<String, Object>> known() {
        return known;
    }

    /** The schema of an answer: each field is always there. */
    Map<String, Object> answer(Type type) {
        return of(type, true);
    }

    /** The schema of a body: what may be null may be left out. */
    Map<String, Object> body(Class<?> type) {
        return type == StepDesk.Asked.class ? steps() : of(type, false);
    }

    private Map<String, Object> of(Type type, boolean answer) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return array(of(list.getActualTypeArguments()[0], answer));
        }
        if (type instanceof ParameterizedType piece) {
            return piece((Class<?>) piece.getActualTypeArguments()[0]);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            if (!known.containsKey(plain.getSimpleName())) {
                known.put(plain.getSimpleName(), Map.of());
                known.put(plain.getSimpleName(), object(plain, answer));
            }
            return new LinkedHashMap<>(Map.of("$ref", REF + plain.getSimpleName()));
        }
        return simple(plain);
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        var array = new LinkedHashMap<String, Object>();
        array.put("type", "array");
        array.put("items", items);
        return array;
    }

    private Map<String, Object> piece(Class<?> item) {
        var name = "PieceOf" + item.getSimpleName();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("items", told("items", array(of(item, true))));
        properties.put("next", told("next", nullable(simple(String.class))));
        known.put(name, object(properties, List.of("items", "next")));
        return new LinkedHashMap<>(Map.of("$ref", REF + name));
    }

    private Map<String, Object> object(Class<?> type, boolean answer) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean empty = empty(component.getAnnotatedType());
            var schema = of(component.getGenericType(), answer);
            properties.put(
                    component.getName(),
                    told(component.getName(), empty ? nullable(schema) : schema));
            if (answer || !empty) {
                required.add(component.getName());
            }
        }
        return object(properties, required);
    }

    private static Map<String, Object> object(
            Map<String, Object> properties, List<String> required) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("required", required);
        object.put("properties", properties);
        return object;
    }

    private static boolean empty(AnnotatedType type) {
        return !(type instanceof AnnotatedParameterizedType)
                && type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        var either = new LinkedHashMap<String, Object>();
        if (schema.containsKey("type") && !schema.containsKey("enum")) {
            either.putAll(schema);
            either.put("type", List.of(schema.get("type"), "null"));
        } else {
            either.put("anyOf", List.of(schema, Map.of("type", "null")));
        }
        return either;
    }

    private Map<String, Object> told(String field, Map<String, Object> schema) {
        schema.put("description", words.text(locale, "api.field." + field));
        return schema;
    }

    static Map<String, Object> simple(Class<?> type) {
        var schema = new LinkedHashMap<String, Object>();
        if (type == int.class || type == Integer.class || type == long.class) {
            schema.put("type", "integer");
        } else if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else {
            schema.put("type", "string");
        }
        if (type == UUID.class) {
            schema.put("format", "uuid");
        } else if (type == Instant.class) {
            schema.put("format", "date-time");
        } else if (type == LocalDate.class) {
            schema.put("format", "date");
        } else if (type.isEnum()) {
            schema.put(
                    "enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        return schema;
    }

    /** One schema for each step, named after it. */
    private Map<String, Object> steps() {
        var each = new ArrayList<Map<String, Object>>();
        StepDesk.all()
                .forEach(asked -> {
                    known.put("Step" + asked.step(), step(asked));
                    each.add(Map.of("$ref", REF + "Step" + asked.step()));
                });
        return new LinkedHashMap<>(Map.of("anyOf", each));
    }

    private Map<String, Object> step(StepDesk.Asked asked) {
        var properties = new LinkedHashMap<String, Object>();
        asked.inputs()
                .forEach(input ->
                        properties.put(
                                input.name(),
                                input.required() ? step(input) : nullable(step(input))));
        var required =
                asked.inputs().stream().filter(StepInput::required).map(StepInput::name).toList();
        var schema = object(properties, required);
        schema.put("description", words.text(locale, "life.step." + asked.step()));
        return schema;
    }

    private static Map<String, Object> step(StepInput input) {
        var schema = simple(input.type() == StepInput.Type.YES_NO ? Boolean.class : String.class);
        switch (input.type()) {
            case AREA, LINE, CATEGORY, MATTER -> schema.put("maxLength", input.max());
            case DATE -> schema.put("format", "date");
            case TERM -> schema.put("pattern", "^" + StepBody.TERM + "$");
            case UNIT -> schema.put("format", "uuid");
            case PICK -> schema.put("enum", input.options());
            case MONEY -> schema.put("pattern", "^\\d{1,12}(\\.\\d{1,2})?$");
            case YES_NO -> {}
            case UNITS -> {
                var part = new LinkedHashMap<String, Object>();
                part.put("unit", new LinkedHashMap<>(Map.of("type", "string", "format", "uuid")));
                part.put("term", Map.of("type", "string", "pattern", "^" + StepBody.TERM + "$"));
                return array(object(part, List.of("unit", "term")));
            }
        }
        return schema;
    }
}
