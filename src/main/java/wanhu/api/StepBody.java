package wanhu.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import wanhu.token.Body;
import wanhu.token.Problem;
import wanhu.workbench.StepDesk;
import wanhu.workbench.StepInput;

/** Reads the body of a step: the fields that the step asks for, each of its type, and no other. */
final class StepBody {
    /** A length of time: "5wd", "10d", "24h", "1m". */
    static final String TERM = "[1-9]\\d{0,2}(?:wd|d|h|m)";

    private static final Pattern PARTS = Pattern.compile("([1-9]\\d{0,2})(wd|d|h|m)");
    private static final String WRONG_TYPE = "token.fault.type";

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Problem.Fault> faults = new ArrayList<>();

    private StepBody() {}

    /**
     * The values as the forms of the pages have them.
     *
     * @throws Problem 400 with each fault
     */
    static Map<String, List<String>> read(Body body, StepDesk.Asked asked) {
        var tree = body.as(JsonNode.class);
        if (!tree.isObject()) {
            throw Problem.invalid("", WRONG_TYPE);
        }
        var reader = new StepBody();
        tree.properties()
                .forEach(field -> {
                    var input =
                            asked.inputs().stream()
                                    .filter(each -> each.name().equals(field.getKey()))
                                    .findFirst();
                    if (input.isEmpty()) {
                        reader.fault(Problem.shown(field.getKey()), "token.fault.unknown");
                    } else if (!field.getValue().isNull()) {
                        reader.take(input.get(), field.getValue());
                    }
                });
        if (!reader.faults.isEmpty()) {
            throw new Problem(HttpStatus.BAD_REQUEST, reader.faults);
        }
        return reader.values;
    }

    private void fault(String field, String word) {
        faults.add(Problem.Fault.of(field, word));
    }

    private void take(StepInput input, JsonNode value) {
        switch (input.type()) {
            case AREA, LINE, DATE, UNIT, CATEGORY, PICK, MONEY, MATTER -> {
                if (value.isString()) {
                    values.put(input.name(), List.of(value.stringValue()));
                } else {
                    fault(input.name(), WRONG_TYPE);
                }
            }
            case YES_NO -> {
                if (value.isBoolean()) {
                    values.put(input.name(), List.of(value.booleanValue() ? "yes" : "no"));
                } else {
                    fault(input.name(), WRONG_TYPE);
                }
            }
            case TERM -> term(input.name(), value);
            case UNITS -> units(input.name(), value);
        }
    }

    private void term(String name, @Nullable JsonNode value) {
        var term = PARTS.matcher(value != null && value.isString() ? value.stringValue() : "");
        if (!term.matches()) {
            fault(name, "api.fault.term");
            return;
        }
        add(name, term.group(1));
        add(name + "Unit", term.group(2));
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private void units(String name, JsonNode value) {
        if (!value.isArray()) {
            fault(name, WRONG_TYPE);
            return;
        }
        value.forEach(each -> {
            var unit = each.get("unit");
            boolean whole = each.isObject() && each.size() == 2 && unit != null && unit.isString();
            if (!whole) {
                fault(name, "api.fault.parts");
                return;
            }
            add(name, unit.stringValue());
            term(name + "Term", each.get("term"));
        });
    }
}
