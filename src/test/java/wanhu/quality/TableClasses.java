package wanhu.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The class of each table: COUNTY unless one file says otherwise, so that counties can be spread
 * over servers.
 */
final class TableClasses {
    private static final Path FILE =
            Path.of("src", "main", "resources", "wanhu", "tables.properties");

    /** What happens to the rows when there are several servers. */
    enum Kind {
        /** Lives with its county. */
        COUNTY,
        /** Is the same everywhere; written by migrations or a hub alone. */
        REFERENCE,
        /** Exists once: accounts, sessions, the directory of counties. */
        CONTROL,
        /** Belongs to one server: histories of migrations. */
        LOCAL
    }

    private TableClasses() {}

    /** The tables that are declared as something else than COUNTY. */
    static Map<String, Kind> declared() {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(FILE, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var tables = new TreeMap<String, Kind>();
        lines.forEach((table, kind) -> tables.put((String) table, Kind.valueOf((String) kind)));
        return tables;
    }

    /** Whether a table like {@code org.unit} lives with its county. */
    static boolean isCounty(String table) {
        return declared().getOrDefault(table, Kind.COUNTY) == Kind.COUNTY
                && !table.startsWith("pg_")
                && !table.startsWith("information_schema.")
                && !table.startsWith("public.");
    }
}
