package wanhu.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import wanhu.base.SealedRow;

/**
 * The one way to write something as bytes before it is hashed: a JSON object of strings as RFC 8785
 * (JCS) writes it: names in order, no spaces, only what must be is escaped, UTF-8. {@code
 * docs/audit.md} tells outsiders the same.
 */
final class Canon {
    private static final int UUID_BYTES = 16;
    private static final char FIRST_PLAIN = ' ';

    private Canon() {}

    /** A JSON object of strings. */
    static String json(SortedMap<String, String> fields) {
        var text = new StringBuilder(fields.size() * 48);
        char before = '{';
        for (var field : fields.entrySet()) {
            text.append(before);
            quote(field.getKey(), text);
            text.append(':');
            quote(field.getValue(), text);
            before = ',';
        }
        return fields.isEmpty() ? "{}" : text.append('}').toString();
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        int plain = 0;
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter < FIRST_PLAIN || letter == '"' || letter == '\\') {
                text.append(value, plain, at);
                escape(letter, text);
                plain = at + 1;
            }
        }
        text.append(value, plain, value.length()).append('"');
    }

    private static void escape(char letter, StringBuilder text) {
        switch (letter) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append("\\u00").append(HexFormat.of().toHexDigits((byte) letter));
        }
    }

    static byte[] bytes(SortedMap<String, String> fields) {
        return json(fields).getBytes(StandardCharsets.UTF_8);
    }

    /** What the leaf of a row says: its open fields, and a salted digest of each hidden text. */
    static SortedMap<String, String> fields(Hasher hasher, SealedRow row) {
        var fields = new TreeMap<>(row.open());
        for (var hidden : row.hidden().entrySet()) {
            var salt = salt(hasher, row.salt(), hidden.getKey());
            fields.put(hidden.getKey(), digest(hasher, salt, hidden.getValue()).text());
        }
        return fields;
    }

    /** Hash of a row as a leaf of a tree. */
    static Hash leaf(Hasher hasher, SealedRow row) {
        return hasher.leaf(bytes(fields(hasher, row)));
    }

    /** The salt of one text of a row: who is given it can check that text and no other. */
    static Hash salt(Hasher hasher, UUID row, String name) {
        return Hash.of(hasher.bytes(bytes(row), name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Digest of a hidden text. */
    static Hash digest(Hasher hasher, Hash salt, String text) {
        return Hash.of(hasher.bytes(salt.bytes(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** A JSON object of strings from a map in any order. */
    static String json(Map<String, String> fields) {
        return json(new TreeMap<>(fields));
    }
}
