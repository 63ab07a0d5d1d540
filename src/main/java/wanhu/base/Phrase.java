package wanhu.base;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text with places to fill, taken apart once: a page says hundreds. What is more than {0}, {1}…
 * and doubled quotes is left to {@link MessageFormat}.
 */
final class Phrase {
    private final String text;
    private final boolean rich;

    /** What stands before the place of the same number, then what stands after the last. */
    private final List<String> between = new ArrayList<>();

    private final List<Integer> places = new ArrayList<>();

    Phrase(String text) {
        this.text = text;
        this.rich = !simple();
    }

    /** The text with its places filled. */
    String say(Locale locale, Object[] arguments) {
        if (rich) {
            return new MessageFormat(text, locale).format(arguments);
        }
        if (places.isEmpty()) {
            return between.getFirst();
        }
        var said = new StringBuilder(between.getFirst());
        for (int at = 0; at < places.size(); at++) {
            int place = places.get(at);
            if (place >= arguments.length || !(arguments[place] instanceof String argument)) {
                return new MessageFormat(text, locale).format(arguments);
            }
            said.append(argument).append(between.get(at + 1));
        }
        return said.toString();
    }

    private boolean simple() {
        var part = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\'' && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                part.append(sign);
                at++;
            } else if (sign == '{' && place(at)) {
                places.add(text.charAt(at + 1) - '0');
                between.add(part.toString());
                part.setLength(0);
                at += 2;
            } else if (sign == '{' || sign == '}' || sign == '\'') {
                return false;
            } else {
                part.append(sign);
            }
        }
        between.add(part.toString());
        return true;
    }

    private boolean place(int at) {
        return at + 2 < text.length()
                && text.charAt(at + 1) >= '0'
                && text.charAt(at + 1) <= '9'
                && text.charAt(at + 2) == '}';
    }
}
