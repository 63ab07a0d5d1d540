package wanhu.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that everybody who sees a staff page must know now, such as a missing calendar.
 *
 * @param kind how urgent it is
 * @param key word of its text
 * @param arguments arguments of the text
 * @param href where one mends it, or null
 */
public record Banner(Kind kind, String key, List<Object> arguments, @Nullable String href) {
    /** How urgent a banner is. */
    public enum Kind {
        /** Good to know. */
        INFO,
        /** Somebody has to act. */
        WARN
    }

    public Banner {
        arguments = List.copyOf(arguments);
    }
}
