package wanhu.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a guesser tries first: 45,000 passwords of ten and more characters that have leaked, common
 * words with digits or marks around them, and habits of our own: names in pinyin, phone and
 * identity numbers, rows of keys.
 */
final class Guesses {
    private static final String LIST = "/wanhu/people/common-passwords.txt.gz";
    private static final int BASE_MIN = 4;

    /** Steps between neighbours that are no step at all or one key further, all but so many. */
    private static final int FREE_STEPS = 3;

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern NUMBER = Pattern.compile("[\\d\\s.,+()/-]+[xX]?");

    /** A mobile number or an identity number, whatever a few signs stand around it. */
    private static final Pattern CARD =
            Pattern.compile("\\D{0,4}(1[3-9]\\d{9}|\\d{17}[\\dx])\\D{0,4}");

    /** One to three syllables of pinyin: a name, or a short word. */
    private static final Pattern PINYIN =
            Pattern.compile(
                    "((zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
                            + "(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er"
                            + "|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|e|i|o|u|v)){1,3}");

    private static final String ROWS =
            "01234567890 09876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba"
                    + " qwertyuiop[] asdfghjkl;' zxcvbnm,./ poiuytrewq lkjhgfdsa mnbvcxz";

    private Guesses() {}

    /** Whether somebody would try this soon. */
    static boolean holds(String small) {
        if (NUMBER.matcher(small).matches() || CARD.matcher(small).matches() || row(small)) {
            return true;
        }
        var base = AROUND.matcher(small).replaceAll("");
        if (base.isEmpty() || PINYIN.matcher(base).matches()) {
            return true;
        }
        var tried = new HashSet<String>();
        tried.add(small);
        for (String each : new String[] {base, plain(base)}) {
            if (each.length() >= BASE_MIN) {
                tried.add(each);
            }
        }
        return listed(tried);
    }

    /** Letters for the signs that look like them: "p@ssw0rd". */
    private static String plain(String base) {
        return base.replace('@', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('5', 's')
                .replace('$', 's');
    }

    private static boolean row(String small) {
        int steps = 0;
        for (int at = 1; at < small.length(); at++) {
            var pair = small.substring(at - 1, at + 1);
            if (pair.charAt(0) == pair.charAt(1) || ROWS.contains(pair)) {
                steps++;
            }
        }
        return steps >= small.length() - 1 - FREE_STEPS;
    }

    /** The list is read anew, since a password is chosen seldom and memory is dear. */
    private static boolean listed(Set<String> tried) {
        var list = Guesses.class.getResourceAsStream(LIST);
        if (list == null) {
            throw new IllegalStateException("Expected the list of common passwords");
        }
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(list), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(tried::contains);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
