package wanhu.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name with which a person signs in: 3 to 40 small Latin letters, digits, '.', '_' and '-', so
 * that no two logins look alike. Case and width of what is typed do not matter.
 */
public record Login(String text) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final int ENTRY_CHARACTERS_MAX = 80;

    public Login {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException("Expected a login of 3 to 40 letters and digits");
        }
    }

    /** Reads what was typed; empty when it can be no login. */
    public static Optional<Login> find(String entry) {
        if (entry.length() > ENTRY_CHARACTERS_MAX) {
            return Optional.empty();
        }
        var text =
                Normalizer.normalize(entry, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return GRAMMAR.matcher(text).matches() ? Optional.of(new Login(text)) : Optional.empty();
    }
}
