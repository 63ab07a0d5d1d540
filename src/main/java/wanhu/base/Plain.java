package wanhu.base;

import java.util.List;

/**
 * Text as people write it: without the invisible signs that turn the direction of what follows, by
 * which a text can show something else than it says (CVE-2021-42574). No language needs them; the
 * marks of Mongolian, Arabic and Hebrew letters are others and stay.
 */
public final class Plain {
    private Plain() {}

    /** The text without them. */
    public static String text(String given) {
        return plain(given)
                ? given
                : given.codePoints()
                        .filter(each -> !turns(each))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    /** The cells of a row without them; mostly the same list. */
    static List<String> cells(List<String> given) {
        for (String each : given) {
            if (!plain(each)) {
                return given.stream().map(Plain::text).toList();
            }
        }
        return given;
    }

    private static boolean plain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (turns(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean turns(int sign) {
        return (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
    }
}
