package wanhu.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text must say because law or safety asks for it: whom to call, where to turn, in which
 * time.
 *
 * @param zh each must stand in the Chinese text
 * @param en each must stand in the English text, in any case
 * @param sourceZh why, as a document
 * @param sourceEn the same in English
 */
record Required(List<String> zh, List<String> en, String sourceZh, String sourceEn) {
    private static final String FILE = "required.tsv";
    private static final int COLUMNS = 5;
    private static final Map<String, Required> BY_KEY = read();

    Required {
        zh = List.copyOf(zh);
        en = List.copyOf(en);
    }

    /** What the text of the key must say; null when there is nothing. */
    static @Nullable Required of(String key) {
        return BY_KEY.get(key);
    }

    private static Map<String, Required> read() {
        var all = new HashMap<String, Required>();
        for (String line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var cells = line.split("\t", -1);
                if (cells.length != COLUMNS) {
                    throw new IllegalStateException(
                            "Expected " + COLUMNS + " columns in " + FILE + " but got: " + line);
                }
                all.put(
                        cells[0],
                        new Required(parts(cells[1]), parts(cells[2]), cells[3], cells[4]));
            }
        }
        return Map.copyOf(all);
    }

    private static List<String> parts(String cell) {
        return List.of(cell.split("\\|", -1));
    }

    private static List<String> lines() {
        try (var file = Required.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Expected " + FILE + " beside the room");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
