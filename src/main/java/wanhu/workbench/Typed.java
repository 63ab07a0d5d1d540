package wanhu.workbench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wanhu.life.Matter;

/**
 * What somebody typed into the form of a step: kept as it came, so that it can be shown again.
 *
 * @param step name of the step, which stands before each field's name
 * @param values the values of each field, by its name in the form
 */
record Typed(String step, Map<String, List<String>> values) {
    /** Marks that turn the direction of writing and control characters (CWE-451). */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    Typed {
        values = Map.copyOf(values);
    }

    /** What stands in the form of a step before anybody typed: what is to be put right. */
    static Typed first(String step, Matter matter) {
        var about = matter.about();
        return step.equals("Sort")
                ? new Typed(
                        step,
                        Map.of(
                                "category",
                                List.of(about.category()),
                                "kind",
                                List.of(about.kind().name())))
                : new Typed(step, Map.of());
    }

    static Typed of(String step, Map<String, String[]> parameters) {
        var prefix = prefix(step);
        var values =
                parameters.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(prefix))
                        .collect(
                                Collectors.toMap(
                                        each -> each.getKey().substring(prefix.length()),
                                        each ->
                                                Arrays.stream(each.getValue())
                                                        .map(Typed::clean)
                                                        .toList()));
        return new Typed(step, values);
    }

    /** The same of values that stand under the bare names of their fields. */
    static Typed cleaned(String step, Map<String, List<String>> values) {
        return new Typed(
                step,
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        each ->
                                                each.getValue().stream()
                                                        .map(Typed::clean)
                                                        .toList())));
    }

    /** The same with another value of one field. */
    Typed with(String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, List.of(value));
        return new Typed(step, more);
    }

    private static String prefix(String step) {
        return step + "-";
    }

    private static String clean(String text) {
        return HIDDEN.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /** The first value of a field; empty when there is none. */
    String first(String name) {
        return at(name, 0);
    }

    /** The value of a field that stands several times in the form; empty when there is none. */
    String at(String name, int place) {
        var all = values.getOrDefault(name, List.of());
        return place < all.size() ? all.get(place) : "";
    }

    /** How often the field was sent. */
    int times(String name) {
        return values.getOrDefault(name, List.of()).size();
    }

    /** Whether something was typed in the field, wherever it stands in the form. */
    boolean any(String name) {
        return values.getOrDefault(name, List.of()).stream().anyMatch(each -> !each.isEmpty());
    }

    /** All texts that somebody would not like to write again. */
    List<String> texts() {
        return values.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.length() > 1)
                .toList();
    }
}
