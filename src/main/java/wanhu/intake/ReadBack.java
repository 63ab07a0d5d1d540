package wanhu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wanhu.base.Words;
import wanhu.vault.Phone;

/**
 * 复述: what was written down, as the clerk reads it to the caller; and which of the elements are
 * still missing. Nothing is refused for them: an unclear matter is registered too.
 *
 * @param elements in the order in which they are asked
 * @param text to be read aloud; empty before anything was written
 */
record ReadBack(List<Element> elements, String text) {
    /**
     * One of the elements.
     *
     * @param name key of its name
     * @param field id of the field in which it stands
     */
    record Element(String name, String field, boolean there) {}

    /** The elements that are missing. */
    List<Element> missing() {
        return elements.stream().filter(each -> !each.there()).toList();
    }

    /** Reads a form back; the place by its name. */
    static ReadBack of(DeskForm form, String place, Words words, Locale locale) {
        var draft = form.draft();
        var call = form.call();
        var elements =
                List.of(
                        new Element("who", "phone", named(draft)),
                        new Element("when", "when", !call.when().isEmpty()),
                        new Element("where", place.isEmpty() ? "place" : "spot", !place.isEmpty()),
                        new Element("what", "text", !draft.text().isEmpty()),
                        new Element("wish", "wish", !call.wish().isEmpty()));
        return new ReadBack(elements, new Reader(words, locale).read(form, place));
    }

    private static boolean named(Draft draft) {
        return draft.anonymous() || !draft.phone().isEmpty() || !draft.name().isEmpty();
    }

    private record Reader(Words words, Locale locale) {
        String read(DeskForm form, String place) {
            var draft = form.draft();
            var call = form.call();
            if (draft.text().isEmpty()) {
                return "";
            }
            var parts = new ArrayList<String>();
            parts.add(draft.name().isEmpty() ? say("start") : say("start.name", draft.name()));
            add(parts, "when", call.when());
            add(parts, "where", (place + " " + draft.spot()).strip());
            add(parts, "what", draft.text());
            add(parts, "wish", call.wish());
            Phone.find(draft.phone()).ifPresent(each -> add(parts, "phone", each.tail()));
            parts.add(say("end"));
            return String.join("", parts);
        }

        private void add(List<String> parts, String key, String value) {
            if (!value.isEmpty()) {
                parts.add(say(key, value));
            }
        }

        private String say(String key, Object... arguments) {
            return words.text(locale, "intake.read." + key, arguments);
        }
    }
}
