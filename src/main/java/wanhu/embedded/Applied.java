package wanhu.embedded;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import wanhu.base.CannotStart;

/**
 * Whether a database already has all tables of this program. Flyway asks each room's history on its
 * own, which takes 2 s of each start; here all are read by one statement, and it runs only when
 * something is missing or differs.
 */
final class Applied {
    private static final String FILES = "classpath*:wanhu/*/V*__*.sql";

    /** Flyway's word for a file that was run, and not a starting point. */
    private static final String SQL = "SQL";

    private Applied() {}

    /**
     * A file of tables.
     *
     * @param checksum as Flyway writes it into its history: CRC-32 of the lines without their ends
     */
    record Script(String room, String name, int checksum) {}

    /** The files of this program. */
    static Set<Script> known() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Applied::script)
                    .collect(toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The files that were run in a database, as the histories of those rooms tell.
     *
     * @throws CannotStart when the database does not let us read them
     */
    static Set<Script> in(DataSource database, Collection<String> rooms) {
        var run = new HashSet<Script>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var room : there(connection, rooms)) {
                try (var rows =
                        statement.executeQuery("table public." + Migrations.history(room))) {
                    while (rows.next()) {
                        if (SQL.equals(rows.getString("type")) && rows.getBoolean("success")) {
                            run.add(
                                    new Script(
                                            room,
                                            rows.getString("script"),
                                            rows.getInt("checksum")));
                        }
                    }
                }
            }
        } catch (SQLException broken) {
            throw new CannotStart("The database says: " + broken.getMessage(), broken);
        }
        return run;
    }

    /** The rooms that have a history. */
    private static List<String> there(Connection connection, Collection<String> rooms)
            throws SQLException {
        var found = new HashSet<String>();
        var names = Migrations.history("%");
        try (var tables = connection.getMetaData().getTables(null, "public", names, null)) {
            while (tables.next()) {
                found.add(tables.getString("TABLE_NAME"));
            }
        }
        return rooms.stream().filter(room -> found.contains(Migrations.history(room))).toList();
    }

    private static Script script(Resource file) {
        try {
            var parts = Objects.requireNonNull(file.getURL().getPath()).split("/", -1);
            var sum = new CRC32();
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .forEach(sum::update);
            return new Script(
                    parts[parts.length - 2], parts[parts.length - 1], (int) sum.getValue());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
