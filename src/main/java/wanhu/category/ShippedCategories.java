package wanhu.category;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tree that the product brings along. */
final class ShippedCategories {
    private static final String FILE = "categories.tsv";
    private static final int COLUMNS = 8;

    static final List<Category> LIST = read();

    private ShippedCategories() {}

    private static List<Category> read() {
        try (var file = ShippedCategories.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Expected " + FILE + " beside the room");
            }
            var list = new ArrayList<Category>();
            for (String line :
                    new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("#")) {
                    list.add(parse(line, list.size()));
                }
            }
            return List.copyOf(list);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Columns: code, above, zh, en, hint, keywords, stop question zh, stop question en. */
    private static Category parse(String line, int order) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "Expected " + COLUMNS + " columns in " + FILE + " but got: " + line);
        }
        return new Category(
                cells[0], order, cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], true);
    }
}
