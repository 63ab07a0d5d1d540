package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** PostgreSQL's own examination of its files (amcheck), on a data directory that is in use. */
public final class SoundFiles {
    private SoundFiles() {}

    /**
     * Every index is in order and holds every row of its table, and every table with what lies
     * beside it (TOAST) can be read whole.
     */
    public static void needSound(Path data) {
        var superuser = new Properties();
        superuser.setProperty("user", "postgres");
        superuser.setProperty("password", Secrets.of(data).superuser());
        try (var connection = DriverManager.getConnection(Server.running(data).url(), superuser)) {
            run(connection, "create extension if not exists amcheck schema public");
            assertThat(indexes(connection)).isPositive();
            assertThat(damages(connection)).isZero();
        } catch (SQLException damaged) {
            throw new AssertionError("amcheck says: " + damaged.getMessage(), damaged);
        }
    }

    private static void run(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** How many were checked; a damaged one is an error of the server. */
    private static int indexes(Connection connection) throws SQLException {
        return count(
                connection,
                """
                select count(checked.done)
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_am a on a.oid = c.relam,
                lateral (
                    select case a.amname
                      when 'btree' then bt_index_check(c.oid, true)::text
                      when 'gin' then gin_index_check(c.oid)::text
                      end as done) checked
                where i.indisvalid and c.relpersistence = 'p' and c.relkind = 'i'
                """);
    }

    private static int damages(Connection connection) throws SQLException {
        return count(
                connection,
                """
                select count(*)
                from pg_class c,
                lateral verify_heapam(c.oid, check_toast => true)
                where c.relkind in ('r', 'm', 't') and c.relpersistence = 'p'
                """);
    }

    private static int count(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
