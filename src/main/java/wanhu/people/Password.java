package wanhu.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import wanhu.base.Refused;

/**
 * A password that a person chose and that keeps the rules (NIST SP 800-63B, 5.1.1.2): at least 10
 * characters, not a common one, not holding the login; no rules about kinds of signs and no forced
 * change. Never prints itself.
 */
final class Password {
    static final int CHARACTERS_MIN = 10;
    static final int CHARACTERS_MAX = 128;
    private static final int DISTINCT_MIN = 4;
    private static final Set<String> COMMON = common();
    private static final String ONE_TIME_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ONE_TIME_GROUPS = 4;
    private static final int ONE_TIME_GROUP = 4;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /**
     * A new password for the login.
     *
     * @throws Refused naming the rule that it breaks
     */
    static Password chosen(String entry, Login login) {
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
        if (COMMON.contains(small) || text.codePoints().distinct().count() < DISTINCT_MIN) {
            throw new Refused(Refused.Kind.INVALID, "people.refused.password-common");
        }
        return new Password(text);
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

    private static Set<String> common() {
        try (var list = Password.class.getResourceAsStream("common-passwords.properties")) {
            if (list == null) {
                throw new IllegalStateException("Expected the list of common passwords");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return "********";
    }
}
