package wanhu.weakness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that a stranger wrote; what is nested too deeply is refused by the parser. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int CHARACTERS_MAX = 300;

    private Json() {}

    static JsonNode of(Path file) {
        try {
            return of(Files.readAllBytes(file), file.toString());
        } catch (IOException missing) {
            throw new Unusable(file + " cannot be read.");
        }
    }

    static JsonNode of(byte[] bytes, String name) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException broken) {
            throw new Unusable(name + " is damaged: " + shown(broken.getOriginalMessage()));
        }
    }

    /** Empty when there is none, or it is no text. */
    static String text(JsonNode node, String field) {
        return node.path(field).stringValue("");
    }

    /** Without signs that move a terminal, and not endless. */
    static String shown(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.length() > CHARACTERS_MAX ? plain.substring(0, CHARACTERS_MAX) + "…" : plain;
    }
}
