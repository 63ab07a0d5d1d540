package wanhu.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The forms and links of a page, as a browser reads them. */
final class Forms {
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile(
                    "<(input|button)\\b([^>]*)>"
                            + "|<(textarea)\\b([^>]*)>(.*?)</textarea>"
                            + "|<(select)\\b([^>]*)>(.*?)</select>",
                    Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*)");
    private static final Pattern IDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d{6}-\\d{8}-\\d+|\\d{3,}");
    private static final Set<String> TEXTS = Set.of("text", "search", "tel", "email", "url");

    private Forms() {}

    /**
     * A form.
     *
     * @param get whether it only asks
     * @param upload whether files go with it
     * @param texts names of the fields in which anything can be written
     * @param values what it sends, as the page has it, else what a person would choose first
     */
    record Form(
            String action,
            boolean get,
            boolean upload,
            Set<String> texts,
            Map<String, String> values) {
        /** The same for forms that differ in ids alone. */
        String shape() {
            return (get ? "GET " : "POST ") + shapeOf(action) + " " + values.keySet() + texts;
        }
    }

    static String shapeOf(String path) {
        return IDS.matcher(path).replaceAll("*");
    }

    static List<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .distinct()
                .toList();
    }

    /** Those that somebody fills in who knows no passwords of others. */
    static List<Form> of(String page, String path) {
        var forms = new ArrayList<Form>();
        FORM.matcher(page)
                .results()
                .forEach(found -> {
                    if (!found.group(2).contains("type=\"password\"")) {
                        forms.add(form(found, path));
                    }
                });
        return forms;
    }

    private static Form form(MatchResult found, String path) {
        var texts = new TreeSet<String>();
        var values = new LinkedHashMap<String, String>();
        FIELD.matcher(found.group(2)).results().forEach(field -> read(field, texts, values));
        var head = found.group(1);
        var action = attribute(head, "action");
        return new Form(
                action == null ? path.replaceFirst("\\?.*", "") : action,
                !"post".equals(attribute(head, "method")),
                head.contains("multipart"),
                texts,
                values);
    }

    private static void read(MatchResult field, Set<String> texts, Map<String, String> values) {
        if (field.group(3) != null) {
            texts.add(name(field.group(4)));
            values.put(name(field.group(4)), HtmlUtils.htmlUnescape(field.group(5)));
        } else if (field.group(6) != null) {
            values.put(name(field.group(7)), option(field.group(8)));
        } else {
            input(field.group(2), field.group(1).equals("button"), texts, values);
        }
    }

    private static void input(
            String head, boolean button, Set<String> texts, Map<String, String> values) {
        var type = attribute(head, "type");
        var value = attribute(head, "value");
        var sort = button ? "button" : type == null ? "text" : type;
        if (TEXTS.contains(sort)) {
            texts.add(name(head));
        }
        if (wanted(sort, head) && !(button && value == null)) {
            var given = value == null || value.isEmpty() ? plausible(sort) : value;
            if (sort.equals("radio") && head.contains("checked")) {
                values.put(name(head), given);
            }
            values.putIfAbsent(name(head), given);
        }
    }

    /** What a browser sends, and somebody ticks who wants to go on. */
    private static boolean wanted(String sort, String head) {
        return switch (sort) {
            case "file", "submit", "reset" -> false;
            case "checkbox" ->
                    head.contains("checked")
                            || head.contains("required")
                            || name(head).equals("row");
            default -> true;
        };
    }

    private static String plausible(String sort) {
        return switch (sort) {
            case "date" -> "2026-08-20";
            case "month" -> "2026-08";
            case "time" -> "09:00";
            case "datetime-local" -> "2026-08-02T09:00";
            case "number" -> "1";
            case "checkbox" -> "on";
            default -> "";
        };
    }

    /** The chosen one, else the first that says something. */
    private static String option(String options) {
        var first = "";
        for (MatchResult each : OPTION.matcher(options).results().toList()) {
            var value = attribute(each.group(1), "value");
            if (each.group(1).contains("selected") && value != null && !value.isEmpty()) {
                return value;
            }
            first = first.isEmpty() && value != null ? value : first;
        }
        return first;
    }

    private static String name(String head) {
        var name = attribute(head, "name");
        return name == null ? "" : name;
    }

    private static @Nullable String attribute(String head, String name) {
        var found = Pattern.compile("(?<![\\w-])" + name + "=\"([^\"]*)\"").matcher(head);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : null;
    }
}
