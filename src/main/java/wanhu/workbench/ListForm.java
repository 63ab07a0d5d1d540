package wanhu.workbench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.OrgPath;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Stage;
import wanhu.matter.Lens;
import wanhu.matter.MatterMark;
import wanhu.matter.MatterQuery;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;

/**
 * The address of a list, and what it asks for. What can't be read counts as not asked, so that an
 * old or forged address shows a list and no fault.
 */
record ListForm(Map<String, String> values) {
    static final String PATH = "/matters";
    private static final Set<String> NAMES =
            Set.of(
                    "lens",
                    "q",
                    "kind",
                    "category",
                    "channel",
                    "stage",
                    "state",
                    "place",
                    "from",
                    "until",
                    "urgent",
                    "supporters",
                    "level",
                    "unit",
                    "only",
                    "solved-level",
                    "solved-from",
                    "solved-until",
                    "trouble",
                    "limit",
                    "units",
                    "sort",
                    "size",
                    "at");

    /**
     * Conditions that a figure sets and no field of the form shows; the form carries them along.
     */
    static final List<String> CARRIED =
            List.of(
                    "unit",
                    "only",
                    "solved-level",
                    "solved-from",
                    "solved-until",
                    "trouble",
                    "limit",
                    "units",
                    "sort",
                    "size");

    /** Stands for all kinds but reports of wrongdoing. */
    static final String UNACCUSING = "UNACCUSING";

    private static final int VALUE_CHARACTERS_MAX = 100;
    private static final int ROWS = 20;
    private static final List<Integer> SIZES = List.of(10, 20, 50, 100);

    ListForm {
        values =
                values.entrySet().stream()
                        .filter(each -> NAMES.contains(each.getKey()))
                        .filter(each -> !each.getValue().isBlank())
                        .filter(each -> each.getValue().length() <= VALUE_CHARACTERS_MAX)
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> each.getValue().strip()));
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    Lens lens() {
        return named(Lens.class, "lens").orElse(Lens.TODO);
    }

    int size() {
        int wanted = number("size", ROWS);
        return SIZES.contains(wanted) ? wanted : ROWS;
    }

    MatterQuery.Sort sort() {
        return named(MatterQuery.Sort.class, "sort").orElse(usual());
    }

    private MatterQuery.Sort usual() {
        return switch (lens()) {
            case TODO, BELOW, PART, WAITING, SOON, OVERDUE -> MatterQuery.Sort.DUE;
            case AREA, HANDLED, UNHAPPY -> MatterQuery.Sort.NEWEST;
        };
    }

    /**
     * Whether more than the words was asked for, so that the area of further conditions is open.
     */
    boolean narrowed() {
        return values.keySet().stream()
                .anyMatch(name ->
                        !Set.of("lens", "q", "sort", "size", "at", "kind", "stage").contains(name));
    }

    /** How many conditions narrow the list. */
    int conditions() {
        return (int)
                values.keySet().stream()
                        .filter(name -> !Set.of("lens", "sort", "size", "at").contains(name))
                        .count();
    }

    /** The conditions that no field shows and that are set. */
    List<String> carried() {
        return CARRIED.stream().filter(name -> !value(name).isEmpty()).toList();
    }

    /** The query, with the codes of the category and of those below it. */
    MatterQuery query(Tree tree, Set<String> categories) {
        return new MatterQuery(
                lens(),
                filters(tree, categories),
                sort(),
                size(),
                MatterMark.parse(value("at")).orElse(null));
    }

    private MatterQuery.Filters filters(Tree tree, Set<String> categories) {
        return new MatterQuery.Filters(
                value("q"),
                kinds(),
                categories,
                named(Channel.class, "channel").orElse(null),
                named(Stage.class, "stage").orElse(null),
                named(MatterQuery.State.class, "state").orElse(MatterQuery.State.ANY),
                path(tree, value("place")),
                new MatterQuery.Period(day("from"), day("until")),
                held(tree),
                new MatterQuery.Solved(
                        named(Level.class, "solved-level").orElse(null),
                        new MatterQuery.Period(day("solved-from"), day("solved-until"))),
                !value("urgent").isEmpty(),
                number("supporters", 0),
                wrong());
    }

    private Set<Kind> kinds() {
        return value("kind").equals(UNACCUSING)
                ? EnumSet.complementOf(EnumSet.of(Kind.REPORT))
                : named(Kind.class, "kind").map(Set::of).orElse(Set.of());
    }

    private MatterQuery.Held held(Tree tree) {
        var level = named(Level.class, "level").orElse(null);
        return new MatterQuery.Held(level, path(tree, value("unit")), !value("only").isEmpty());
    }

    private MatterQuery.Wrong wrong() {
        var trouble = named(MatterQuery.Trouble.class, "trouble").orElse(null);
        return new MatterQuery.Wrong(
                trouble, Math.max(1, number("limit", 1)), Math.max(1, number("units", 1)));
    }

    private static @Nullable OrgPath path(Tree tree, String id) {
        try {
            return id.isEmpty()
                    ? null
                    : tree.find(UUID.fromString(id)).map(Unit::path).orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        var text = value(name);
        return List.of(type.getEnumConstants()).stream()
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    private @Nullable LocalDate day(String name) {
        try {
            return value(name).isEmpty() ? null : Days.read(value(name));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private int number(String name, int otherwise) {
        return value(name).matches("\\d{1,6}") ? Integer.parseInt(value(name)) : otherwise;
    }

    /** The address of this list with other values; an empty value takes one away. */
    String address(String path, String... changes) {
        var all = new LinkedHashMap<String, String>();
        NAMES.stream()
                .sorted()
                .filter(name -> !value(name).isEmpty())
                .forEach(name -> all.put(name, value(name)));
        for (int at = 0; at + 1 < changes.length; at += 2) {
            all.put(changes[at], changes[at + 1]);
        }
        var query =
                all.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The address of the list from the beginning, for saving. */
    String saved() {
        var address = address(PATH, "at", "");
        return address.substring(Math.min(address.length(), PATH.length() + 1));
    }
}
