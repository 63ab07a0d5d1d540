package wanhu.embedded;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a database already has all tables of this program. Flyway asks each room's history on its
 * own, which takes 2 s of each start; here all are read by one statement, and it runs only when
 * something is missing or differs.
 */
final class Applied {
    private static final String FILES = "classpath*:wanhu/*/V*__*.sql";

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

    /** The files that were run in a database, as the histories of those rooms tell. */
    static Set<Script> in(DataSource database, Collection<String> rooms) {
        var db = JdbcClient.create(database);
        var histories =
                db.sql(
                                """
                                select relname from pg_class
                                where relnamespace = 'public'::regnamespace and relkind = 'r'
                                  and relname = any (:histories)
                                """)
                        .param(
                                "histories",
                                rooms.stream().map(Migrations::history).toArray(String[]::new))
                        .query(String.class)
                        .list();
        if (histories.isEmpty()) {
            return Set.of();
        }
        var runs =
                histories.stream()
                        .map(history ->
                                "select '%1$s', script, checksum from public.%1$s where type = 'SQL' and success"
                                        .formatted(history))
                        .collect(joining("\nunion all\n"));
        return db.sql(runs)
                .query((row, _) ->
                        new Script(
                                Migrations.room(row.getString(1)), row.getString(2), row.getInt(3)))
                .set();
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
