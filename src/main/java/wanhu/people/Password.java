package wanhu.people;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import wanhu.base.Refused;

/**
 * A password that a person chose and that keeps the rules (NIST SP 800-63B, 5.1.1.2): at least 10
 * characters, not a common one ({@link Guesses}), not holding the login; no rules about kinds of
 * signs and no forced change. Never prints itself.
 */
final class Password {
    static final int CHARACTERS_MIN = 10;
    static final int CHARACTERS_MAX = 128;
    private static final int DISTINCT_MIN = 4;
    private static final String ONE_TIME_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ONE_TIME_GROUPS = 4;
    private static final int ONE_TIME_GROUP = 4;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /** As {@link #chosen(String, Login, String)} where no place is known. */
    static Password chosen(String entry, Login login) {
        return chosen(entry, login, "");
    }

    /**
     * A new password for the login.
     *
     * @param county name of the county, which everybody there would try first; empty when unknown
     * @throws Refused naming the rule that it breaks
     */
    static Password chosen(String entry, Login login, String county) {
        var text = normal(entry);
        int length = text.codePointCount(0, text.length());
        if (length < CHARACTERS_MIN || length > CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    "people.refused.password-length",
                    CHARACTERS_MIN,
                    CHARACTERS_MAX);
        }
        var small = text.toLowerCase(Locale.ROOT);
        if (small.contains(login.text())) {
            throw new Refused(Refused.Kind.INVALID, "people.refused.password-login");
        }
        if (!county.isBlank() && small.contains(bare(county))) {
            throw new Refused(Refused.Kind.INVALID, "people.refused.password-place");
        }
        if (Guesses.holds(small) || text.codePoints().distinct().count() < DISTINCT_MIN) {
            throw new Refused(Refused.Kind.INVALID, "people.refused.password-common");
        }
        return new Password(text);
    }

    /** "库伦" of "库伦旗". */
    private static String bare(String county) {
        var name = normal(county).toLowerCase(Locale.ROOT);
        return name.length() > 2 ? name.substring(0, name.length() - 1) : name;
    }

    /** A random password of 16 signs (79 bits) that is shown once and must be changed. */
    static Password oneTime() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int at = 0; at < ONE_TIME_GROUPS * ONE_TIME_GROUP; at++) {
            if (at > 0 && at % ONE_TIME_GROUP == 0) {
                text.append('-');
            }
            text.append(ONE_TIME_SIGNS.charAt(random.nextInt(ONE_TIME_SIGNS.length())));
        }
        return new Password(text.toString());
    }

    /**
     * The same text however the keyboard composed it; what is too long is cut off before hashing.
     */
    static String normal(String entry) {
        var text = Normalizer.normalize(cut(entry), Normalizer.Form.NFKC);
        return cut(text);
    }

    private static String cut(String text) {
        int max = 4 * CHARACTERS_MAX;
        return text.length() <= max ? text : text.substring(0, max);
    }

    /** The password itself, to be hashed or shown once. */
    String plain() {
        return text;
    }

    @Override
    public String toString() {
        return "********";
    }
}
