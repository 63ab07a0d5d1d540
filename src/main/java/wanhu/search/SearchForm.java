package wanhu.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.matter.MatterMark;
import wanhu.matter.MatterQuery;
import wanhu.matter.MatterQuery.Filters;
import wanhu.matter.MatterSearch;

/**
 * What stands in the address of a search. What can't be read counts as not asked.
 *
 * @param q what is looked for
 * @param state name of a state of matters; empty for all
 * @param category code of a category
 * @param from first day on which it was reported
 * @param until last day
 * @param at after which row the piece starts
 */
record SearchForm(String q, String state, String category, String from, String until, String at) {
    static final String PATH = "/search";
    private static final int ROWS = 20;

    SearchForm {
        q = cut(q.strip());
    }

    static SearchForm of(Map<String, String> values) {
        return new SearchForm(
                values.getOrDefault("q", ""),
                values.getOrDefault("state", ""),
                values.getOrDefault("category", ""),
                values.getOrDefault("from", ""),
                values.getOrDefault("until", ""),
                values.getOrDefault("at", ""));
    }

    private static String cut(String text) {
        int most = Filters.TEXT_CHARACTERS_MAX;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The piece that is wanted, of matters of these categories. */
    MatterSearch.Wish wish(Set<String> categories) {
        var none = Filters.NONE;
        var filters =
                new Filters(
                        q,
                        none.kinds(),
                        categories,
                        none.channel(),
                        none.stage(),
                        wanted(),
                        none.place(),
                        new MatterQuery.Period(day(from), day(until)),
                        none.held(),
                        none.solved(),
                        none.urgent(),
                        none.supporters(),
                        none.trouble());
        return new MatterSearch.Wish(filters, ROWS, MatterMark.parse(at).orElse(null));
    }

    private MatterQuery.State wanted() {
        return switch (state) {
            case "OPEN" -> MatterQuery.State.OPEN;
            case "ENDED" -> MatterQuery.State.ENDED;
            case "OVERDUE" -> MatterQuery.State.OVERDUE;
            default -> MatterQuery.State.ANY;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : Days.read(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** Whether more than words was asked for. */
    boolean narrowed() {
        return !(state + category + from + until).isBlank();
    }

    /** The address of the same search from another row on; null at the end. */
    @Nullable String after(@Nullable MatterMark mark) {
        return mark == null ? null : address(mark.text());
    }

    /** The address of the same search from a row on; from the beginning for an empty one. */
    String address(String mark) {
        var values = new LinkedHashMap<String, String>();
        values.put("q", q);
        values.put("state", state);
        values.put("category", category);
        values.put("from", from);
        values.put("until", until);
        values.put("at", mark);
        return PATH
                + "?"
                + values.entrySet().stream()
                        .filter(each -> !each.getValue().isBlank())
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
