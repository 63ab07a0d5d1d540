package wanhu.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.calendar.TermUnit;
import wanhu.matter.TimelineLine;

/**
 * A detail of a step in the timeline.
 *
 * @param label word of what it is
 * @param word word of the value; null when the text stands for itself
 * @param text the value, or the argument of the word
 */
record LifeFact(String label, @Nullable String word, String text) {
    private static final String FIELD = "workbench.field.";

    static List<LifeFact> of(TimelineLine line, Names names) {
        var facts = new ArrayList<LifeFact>();
        line.detail()
                .forEach((name, value) -> {
                    var fact = of(line.step(), name, value, names);
                    if (fact != null) {
                        facts.add(fact);
                    }
                });
        return facts;
    }

    private static @Nullable LifeFact of(
            String step, String name, @Nullable Object value, Names names) {
        return switch (value) {
            case null -> null;
            case Boolean yes -> answered(name, yes);
            case String text -> text(step, name, text);
            case List<?> units when name.equals("with") && !units.isEmpty() ->
                    new LifeFact(FIELD + "with", null, units(units, names));
            case Map<?, ?> map -> map(name, map);
            case Object _ -> null;
        };
    }

    private static @Nullable LifeFact answered(String name, boolean yes) {
        return switch (name) {
            case "reached", "solved" ->
                    new LifeFact(FIELD + name, FIELD + name + (yes ? ".yes" : ".no"), "");
            default -> null;
        };
    }

    private static @Nullable LifeFact text(String step, String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (name) {
            case "reason" -> new LifeFact(FIELD + name, reason(step) + text, "");
            case "result" -> new LifeFact(FIELD + name, "life.result." + text, "");
            case "grade" -> new LifeFact(FIELD + name, "life.grade." + text, "");
            case "until", "reviewOn", "owner", "people", "dutyItem", "notContacted" ->
                    new LifeFact(FIELD + name, null, text);
            default -> null;
        };
    }

    private static String reason(String step) {
        return switch (step) {
            case "Decline" -> "life.decline.";
            case "Escalate" -> "life.escalate.";
            default -> "life.urgent.";
        };
    }

    private static @Nullable LifeFact map(String name, Map<?, ?> map) {
        var amount = map.get("amount");
        if (!(amount instanceof Number number)) {
            return null;
        }
        if (map.get("unit") instanceof String unit) {
            var sign = TermUnit.valueOf(unit).sign();
            return new LifeFact(
                    FIELD + "term", "workbench.term." + sign + ".text", amount.toString());
        }
        return name.equals("money") && number.longValue() > 0
                ? new LifeFact(FIELD + name, "workbench.yuan", new Fen(number.longValue()).yuan())
                : null;
    }

    private static String units(List<?> units, Names names) {
        var all = new ArrayList<String>();
        for (Object each : units) {
            if (each instanceof Map<?, ?> map && map.get("unit") instanceof String unit) {
                all.add(names.unit(UUID.fromString(unit)));
            }
        }
        return String.join("、", all);
    }
}
