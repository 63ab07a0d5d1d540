package wanhu.intake;

import java.util.regex.Pattern;

/** Makes a title from the first words of a text. */
final class Titles {
    /** Longest made title, in characters; a typed one may be longer. */
    static final int CHARACTERS_MAX = 30;

    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n\\r]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Titles() {}

    /** The first sentence, cut when it is long; empty for an empty text. */
    static String of(String text) {
        var plain = text.strip();
        var sentence = SENTENCE_END.split(plain, 2)[0];
        var line = BLANKS.matcher(sentence).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= CHARACTERS_MAX) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, CHARACTERS_MAX - 1)) + "…";
    }
}
