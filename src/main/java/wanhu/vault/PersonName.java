package wanhu.vault;

import java.text.Normalizer;
import java.util.regex.Pattern;
import wanhu.base.Refused;

/**
 * The name of a natural person; prints masked: 王*, 欧阳* as 欧**, 阿拉坦·其其格 as 阿******. Only {@link
 * #full()} shows all.
 */
public final class PersonName {
    /** Longest name in code points; minority names with · and characters of four bytes fit. */
    public static final int CHARACTERS_MAX = 50;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}*＊<>]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String full;

    private PersonName(String full) {
        this.full = full;
    }

    /**
     * Reads a name as typed.
     *
     * @throws Refused when it is empty, too long, holds control characters, or is a masked name
     *     that was sent back
     */
    public static PersonName of(String entry) {
        var name =
                BLANKS.matcher(Normalizer.normalize(entry, Normalizer.Form.NFC).strip())
                        .replaceAll(" ");
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > CHARACTERS_MAX || FORBIDDEN.matcher(name).find()) {
            throw new Refused(Refused.Kind.INVALID, "vault.refused.name", CHARACTERS_MAX);
        }
        return new PersonName(name);
    }

    /** The whole name. */
    public String full() {
        return full;
    }

    /** As shown: the first character, and a star for each of the others. */
    public String masked() {
        int first = full.offsetByCodePoints(0, 1);
        int others = full.codePointCount(first, full.length());
        return full.substring(0, first) + "*".repeat(Math.max(1, others));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName name && name.full.equals(full);
    }

    @Override
    public int hashCode() {
        return full.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
