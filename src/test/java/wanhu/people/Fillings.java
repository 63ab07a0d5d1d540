package wanhu.people;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wanhu.base.Ids;
import wanhu.people.Forms.Form;

/**
 * What somebody writes into the fields of a form who means no harm.
 *
 * @param ids of things that are there, by their name
 */
record Fillings(Map<String, String> ids) {
    /** Names of people take no signs. */
    private static final String PERSON = "白玉兰";

    private static final String OFFICE = "0475-4912345";

    /** Fields in which only one sort of text is right, and such a text. */
    private static final Map<String, String> RIGHT =
            Map.ofEntries(
                    Map.entry("phone", ForeignIds.PHONE),
                    Map.entry("contact", ForeignIds.PHONE),
                    Map.entry("supervision", OFFICE),
                    Map.entry("email", "clerk@example.gov.cn"),
                    Map.entry("tail", ForeignIds.PHONE.substring(7)),
                    Map.entry("known", ForeignIds.PHONE.substring(7)),
                    Map.entry("cutoff", "25"),
                    Map.entry("decide", "3"),
                    Map.entry("quorum", "3"),
                    Map.entry("budget", "1000"),
                    Map.entry("spent", "10"),
                    Map.entry("asked", "10"),
                    Map.entry("satisfied", "9"),
                    Map.entry("money", "1000"),
                    Map.entry("year", "2026"),
                    Map.entry("households", "9"),
                    Map.entry("people", "9"),
                    Map.entry("mu", "9"),
                    Map.entry("milestoneWeight", "100"),
                    Map.entry("order", "1"),
                    Map.entry("percent", "30"),
                    Map.entry("value", "3"));

    /** The same where the form decides. */
    private static final Map<String, String> RIGHT_THERE =
            Map.ofEntries(
                    Map.entry("/admin/categories code", "farm.x7"),
                    Map.entry("/round-kinds code", "OWN_MEETING"),
                    Map.entry("/round-kinds cadence", "DAY_OF_MONTH"),
                    Map.entry("/act kind", "RENAME"),
                    Map.entry("/act unitKind", ""),
                    Map.entry("/act code", ""),
                    Map.entry("/appoint login", ""),
                    Map.entry("/posts login", ""),
                    Map.entry("/grids/ phone", OFFICE),
                    Map.entry("/track code", ""),
                    Map.entry("/accounts name", PERSON),
                    Map.entry("/desk/new name", PERSON),
                    Map.entry("/desk/new callBack", ""),
                    Map.entry("/knowledge expires", ""),
                    Map.entry("/contact name", PERSON),
                    Map.entry("/exchange/partners address", "http://127.0.0.1:1/api/v1"),
                    Map.entry("/exchange/partners token", "wt-1"),
                    Map.entry("/exchange/partners mapping", "category.* = 1"),
                    Map.entry("/prove prove-code", ""));

    private static final Pattern HOURS = Pattern.compile("day\\d");
    private static final Pattern DATE =
            Pattern.compile("(?i)date|deadline|from|until|due|effective|doneby|on|milestoneDue");

    /** Fields in which anything can be written. */
    Set<String> free(Form form) {
        var free = new TreeSet<>(form.texts());
        free.removeIf(name -> right(form, name) != null);
        return free;
    }

    /** What is right, else what the page offers, else a word. */
    String plain(Form form, String name) {
        var right = right(form, name);
        var offered = form.values().getOrDefault(name, "");
        if (right != null && (offered.isEmpty() || there(form, name) != null)) {
            return right;
        }
        if (!offered.isEmpty()) {
            return offered;
        }
        if (form.texts().contains(name)) {
            return "好的";
        }
        return DATE.matcher(name).matches() ? "2026-08-20" : "";
    }

    private @Nullable String right(Form form, String name) {
        var there = there(form, name);
        if (there != null || !form.texts().contains(name)) {
            return there;
        }
        if (HOURS.matcher(name).matches()) {
            return "08:30-12:00, 14:30-17:30";
        }
        if (name.equals("login")) {
            return "x" + Ids.next().toString().substring(24);
        }
        return name.equals("matter") ? ids.getOrDefault("number", "") : RIGHT.get(name);
    }

    private static @Nullable String there(Form form, String name) {
        for (var each : RIGHT_THERE.entrySet()) {
            var place = each.getKey().split(" ", 2);
            if (form.action().contains(place[0]) && name.equals(place[1])) {
                return each.getValue();
            }
        }
        return null;
    }
}
