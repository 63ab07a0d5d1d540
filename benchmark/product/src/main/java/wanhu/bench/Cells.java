package wanhu.bench;

import java.util.Collection;
import java.util.StringJoiner;

/** Values as PostgreSQL reads them from COPY. */
final class Cells {
    private Cells() {}

    /** A line of values, with its end. */
    static String line(Collection<Object> values) {
        var line = new StringBuilder();
        line(line, values);
        return line.toString();
    }

    /** The same behind other lines. */
    static void line(StringBuilder lines, Collection<Object> values) {
        for (var value : values) {
            cell(lines, value);
            lines.append('\t');
        }
        lines.setCharAt(lines.length() - 1, '\n');
    }

    private static void cell(StringBuilder line, Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case Boolean yes -> line.append(yes ? 't' : 'f');
            case int[] numbers -> {
                var all = new StringJoiner(",", "{", "}");
                for (int number : numbers) {
                    all.add(Integer.toString(number));
                }
                line.append(all);
            }
            case Enum<?> name -> line.append(name.name());
            default -> escaped(line, value.toString());
        }
    }

    private static void escaped(StringBuilder line, String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            switch (sign) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(sign);
            }
        }
    }
}
