package wanhu.paper;

/** Text within XML. */
final class Markup {
    private Markup() {}

    /** Escaped for text and for values in quotes; signs that XML does not know are left out. */
    static String escaped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().filter(Markup::known).forEach(sign -> append(out, sign));
        return out.toString();
    }

    private static void append(StringBuilder out, int sign) {
        switch (sign) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(sign);
        }
    }

    private static boolean known(int sign) {
        boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        return sign >= ' ' && !half && sign != 0xFFFE && sign != 0xFFFF;
    }
}
