package wanhu.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The twelve digits of a receipt, as people type and read them. */
final class Codes {
    private static final int DIGITS = 12;
    private static final int GROUP = 4;
    private static final int ENTRY_CHARACTERS_MAX = 60;
    private static final Pattern OTHER = Pattern.compile("[^0-9]");

    private Codes() {}

    /** The digits of what was typed, full-width ones too; at most twelve, empty for nonsense. */
    static String digits(String entry) {
        var plain = plainDigits(entry);
        return plain.length() == DIGITS ? plain : "";
    }

    /** All digits of what was typed, full-width ones too; empty when it is far too long. */
    static String plainDigits(String entry) {
        return entry.length() > ENTRY_CHARACTERS_MAX
                ? ""
                : OTHER.matcher(Normalizer.normalize(entry, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** In groups of four: 1234 5678 9012. */
    static String grouped(String digits) {
        var text = new StringBuilder();
        for (int at = 0; at < digits.length(); at += GROUP) {
            text.append(at == 0 ? "" : " ")
                    .append(digits, at, Math.min(at + GROUP, digits.length()));
        }
        return text.toString();
    }
}
