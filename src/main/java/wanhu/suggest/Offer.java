package wanhu.suggest;

import java.util.List;
import java.util.Locale;
import wanhu.life.Matter;

/**
 * Suggestions as a page shows them beside the field into which they may be taken.
 *
 * @param field id of the field; empty when there is nothing to take it into
 * @param firstKey number of the key that takes the first line, together with Alt
 * @param chosen what stands in the field now; empty when nothing does
 * @param urgent words of the text that say that somebody is in danger
 */
public record Offer(
        String field, int firstKey, List<Line> lines, String chosen, List<String> urgent) {
    /** Nothing to suggest. */
    public static final Offer NOTHING = new Offer("", 1, List.of(), "", List.of());

    public Offer {
        lines = List.copyOf(lines);
        urgent = List.copyOf(urgent);
    }

    /**
     * One suggestion.
     *
     * @param value what the field gets
     * @param zh what it is called
     * @param en what it is called in English
     * @param alike matters that the reader may see, that were alike and were decided so
     */
    public record Line(String value, String zh, String en, List<Why> why, List<Matter> alike) {
        public Line {
            why = List.copyOf(why);
            alike = List.copyOf(alike);
        }

        /** What it is called. */
        public String label(Locale locale) {
            return "en".equals(locale.getLanguage()) ? en : zh;
        }
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return lines.isEmpty() && urgent.isEmpty();
    }

    /** The same without the words of danger, when they are shown already. */
    Offer calm() {
        return new Offer(field, firstKey, lines, chosen, List.of());
    }

    /** The same beside a field in which that value stands. */
    public Offer chosen(String value) {
        return new Offer(field, firstKey, lines, value, urgent);
    }
}
