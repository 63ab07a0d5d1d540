package wanhu.shell;

import org.jspecify.annotations.Nullable;

/**
 * One of the values that a select or a group of radio cards offers.
 *
 * @param value what is sent
 * @param label what it says
 * @param hint what it means, or null
 * @param search further text by which a long list is filtered, such as the initials of the pinyin,
 *     or null
 */
public record Choice(String value, String label, @Nullable String hint, @Nullable String search) {
    /** A choice without hint. */
    public Choice(String value, String label) {
        this(value, label, null, null);
    }

    /** A choice that is explained. */
    public Choice(String value, String label, @Nullable String hint) {
        this(value, label, hint, null);
    }
}
