package wanhu.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wanhu.shell.Screen;

/** What a line of the timeline says of a matter that was sorted anew: from what to what. */
final class SortFacts {
    private SortFacts() {}

    static List<LifeFact> of(Screen screen, CategoryNames names, Map<String, Object> detail) {
        var from = map(detail.get("from"));
        var to = map(detail.get("to"));
        var deadline = map(detail.get("deadline"));
        var facts = new ArrayList<LifeFact>();
        add(
                facts,
                "workbench.field.category",
                names.full(text(from, "category"), screen.locale()),
                names.full(text(to, "category"), screen.locale()));
        add(
                facts,
                "workbench.field.kind",
                screen.t("life.kind." + text(from, "kind")),
                screen.t("life.kind." + text(to, "kind")));
        add(
                facts,
                "workbench.field.deadline",
                due(screen, text(deadline, "before")),
                due(screen, text(deadline, "after")));
        return facts;
    }

    private static void add(List<LifeFact> facts, String label, String from, String to) {
        if (!from.equals(to)) {
            facts.add(new LifeFact(label, null, from + " → " + to));
        }
    }

    private static String due(Screen screen, String instant) {
        return instant.isEmpty() ? "–" : screen.due(Instant.parse(instant));
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
