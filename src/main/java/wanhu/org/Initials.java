package wanhu.org;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * First letters of the pinyin of a name, as people type them to find it: 库伦旗 is "klq".
 *
 * <p>A table of one letter for each of the 20,992 ideographs of the basic block (21 kB) instead of
 * a library of several megabytes: names of places need one reading a character. Two characters are
 * read as in names of places (重庆, 厦门).
 */
final class Initials {
    private static final int FIRST = 0x4E00;
    private static final char UNKNOWN = '-';
    private static final String LETTERS = table();

    private Initials() {}

    /** The initials in small letters; letters and digits stay, what has no reading is left out. */
    static String of(String name) {
        var letters = new StringBuilder();
        name.codePoints()
                .map(Initials::letter)
                .filter(letter -> letter != UNKNOWN)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /**
     * Whether the letters contain the wanted ones in order from the first on: "ayq" finds "alsyq".
     */
    static boolean skips(String wanted, String letters) {
        if (wanted.length() < 2 || letters.isEmpty() || wanted.charAt(0) != letters.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int next = 0; next < letters.length() && at < wanted.length(); next++) {
            if (letters.charAt(next) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length();
    }

    private static int letter(int character) {
        return switch (character) {
            case '重' -> 'c';
            case '厦' -> 'x';
            default -> inTable(character);
        };
    }

    private static int inTable(int character) {
        int at = character - FIRST;
        if (at >= 0 && at < LETTERS.length()) {
            return LETTERS.charAt(at);
        }
        boolean plain = character < 128 && Character.isLetterOrDigit(character);
        return plain ? Character.toLowerCase(character) : UNKNOWN;
    }

    private static String table() {
        try (var file =
                Objects.requireNonNull(Initials.class.getResourceAsStream("initials.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .replace("\n", "")
                    .toLowerCase(Locale.ROOT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
