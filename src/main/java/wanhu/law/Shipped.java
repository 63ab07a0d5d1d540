package wanhu.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules as the product brings them, each with its source and its bounds. */
final class Shipped {
    private static final String FILE = "defaults.tsv";
    private static final int COLUMNS = 10;

    /** First day for which the shipped rules are asked. */
    static final LocalDate SINCE = LocalDate.of(2000, 1, 1);

    /** The shipped rule and its bounds. */
    record Default(Rule rule, Bound bound) {}

    private static final Map<RuleKey, Default> DEFAULTS = read();

    private Shipped() {}

    static Rule rule(RuleKey key) {
        return of(key).rule();
    }

    static Bound bound(RuleKey key) {
        return of(key).bound();
    }

    private static Default of(RuleKey key) {
        var found = DEFAULTS.get(key);
        if (found == null) {
            throw new IllegalStateException("Expected " + key + " in " + FILE + " but it is not");
        }
        return found;
    }

    private static Map<RuleKey, Default> read() {
        var defaults = new EnumMap<RuleKey, Default>(RuleKey.class);
        for (String line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var made = parse(line);
                defaults.put(made.rule().key(), made);
            }
        }
        return defaults;
    }

    private static List<String> lines() {
        try (var file = Shipped.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Expected " + FILE + " beside the room");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Columns: key, value, source zh, en, article, floor, ceiling, binding law zh, en, article. */
    private static Default parse(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "Expected " + COLUMNS + " columns in " + FILE + " but got: " + line);
        }
        var source = new Source(cells[2], cells[3], cells[4]);
        var key = RuleKey.valueOf(cells[0]);
        return new Default(
                new Rule(key, 0, SINCE, null, cells[1], source),
                new Bound(cells[5], cells[6], law(cells[7], cells[8], cells[9])));
    }

    private static @Nullable Source law(String zh, String en, String article) {
        return zh.isEmpty() ? null : new Source(zh, en, article);
    }
}
