package wanhu.open311;

import java.io.IOException;
import java.util.Map;

/** Writes values as XML without namespaces and attributes, as the standard has it. */
final class XmlText {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private XmlText() {}

    static void write(Appendable out, String name, Value value) throws IOException {
        open(out, name);
        switch (value) {
            case Value.Text(var text) -> escape(out, text == null ? "" : text);
            case Value.Flag(var set) -> out.append(Boolean.toString(set));
            case Value.Count(var number) -> out.append(Long.toString(number));
            case Value.Items(var item, var values) -> {
                for (Value each : values) {
                    write(out, item, each);
                }
            }
            case Value.Group(var fields) -> {
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    write(out, field.getKey(), field.getValue());
                }
            }
        }
        close(out, name);
    }

    static void open(Appendable out, String name) throws IOException {
        out.append('<').append(name).append('>');
    }

    static void close(Appendable out, String name) throws IOException {
        out.append("</").append(name).append('>');
    }

    /** What XML 1.0 can't hold (control characters, halves of pairs) is left out. */
    private static void escape(Appendable out, String text) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            at += Character.charCount(sign);
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> plain(out, sign);
            }
        }
    }

    private static void plain(Appendable out, int sign) throws IOException {
        boolean mark = sign == '\t' || sign == '\n';
        boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        boolean none = sign < 0x20 || half || sign == 0xFFFE || sign == 0xFFFF;
        if (mark || !none) {
            out.append(Character.toString(sign));
        }
    }
}
