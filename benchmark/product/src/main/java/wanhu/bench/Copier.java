package wanhu.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.postgresql.PGConnection;

/** Copies one piece into its tables while the next one is made; each piece is a transaction. */
final class Copier implements AutoCloseable, Press.Copying {
    private final Connection connection;
    private CompletableFuture<Void> under = CompletableFuture.completedFuture(null);

    /** Over a connection that commits when it is told. */
    Copier(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void copy(Map<String, StringBuilder> lines, Map<String, List<String>> columns) {
        under.join();
        under = CompletableFuture.runAsync(() -> copied(lines, columns));
    }

    /** Behind the second wall nobody may COPY; so the rows stand in a table of the session for a moment. */
    private void copied(Map<String, StringBuilder> lines, Map<String, List<String>> columns) {
        try (var statement = connection.createStatement()) {
            var copier = connection.unwrap(PGConnection.class).getCopyAPI();
            statement.execute("set local wanhu.first = ''; set local wanhu.beyond = ':'");
            for (var each : lines.entrySet()) {
                var names = String.join(", ", columns.get(each.getKey()));
                var session = "pressed_" + each.getKey().replace('.', '_');
                statement.execute(
                        "create temp table if not exists %s on commit delete rows as select %s from %s limit 0"
                                .formatted(session, names, each.getKey()));
                copier.copyIn("copy " + session + " from stdin", new StringReader(each.getValue().toString()));
                statement.execute(
                        "insert into %s (%s) select %s from %s".formatted(each.getKey(), names, names, session));
            }
            connection.commit();
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Waits until all is in. */
    @Override
    public void close() {
        under.join();
    }
}
