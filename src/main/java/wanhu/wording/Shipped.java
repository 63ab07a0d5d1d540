package wanhu.wording;

import java.util.Locale;
import wanhu.base.Words;

/**
 * A text as the product ships it, as people read it, with {0} where something is put in.
 *
 * @param zh in Chinese
 * @param en in English
 */
record Shipped(String zh, String en) {
    static Shipped of(Words words, String key) {
        return new Shipped(
                plain(words.pattern(Locale.CHINESE, key)),
                plain(words.pattern(Locale.ENGLISH, key)));
    }

    /** In the words files an apostrophe stands twice. */
    private static String plain(String pattern) {
        return pattern.replace("''", "'");
    }
}
