package wanhu.open311;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON (RFC 8259), by the Spark convention. */
final class JsonText {
    private JsonText() {}

    static void write(Appendable out, Value value) throws IOException {
        switch (value) {
            case Value.Text(var text) -> text(out, text);
            case Value.Flag(var set) -> out.append(Boolean.toString(set));
            case Value.Count(var number) -> out.append(Long.toString(number));
            case Value.Items(_, var values) -> {
                var between = "[";
                for (Value each : values) {
                    out.append(between);
                    write(out, each);
                    between = ",";
                }
                out.append(values.isEmpty() ? "[]" : "]");
            }
            case Value.Group(var fields) -> group(out, fields);
        }
    }

    private static void group(Appendable out, Map<String, Value> fields) throws IOException {
        var between = "{";
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            out.append(between);
            text(out, field.getKey());
            out.append(':');
            write(out, field.getValue());
            between = ",";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    /** Halves of pairs, which UTF-8 can't hold, are left out. */
    private static void text(Appendable out, @Nullable String text) throws IOException {
        if (text == null) {
            out.append("null");
            return;
        }
        out.append('"');
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            at += Character.charCount(sign);
            if (sign == '"' || sign == '\\') {
                out.append('\\').append((char) sign);
            } else if (sign < 0x20) {
                out.append("\\u%04x".formatted(sign));
            } else if (sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE) {
                out.append(Character.toString(sign));
            }
        }
        out.append('"');
    }
}
