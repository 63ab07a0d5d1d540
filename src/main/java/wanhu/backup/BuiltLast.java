package wanhu.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes each row dear to write and is cheaper made at the end over all of them: references
 * between tables, and the indexes that no rule needs. Taken away and made again in one transaction,
 * so that nobody ever sees a database without them.
 */
final class BuiltLast {
    /** Enough to sort the largest index of a county in few passes. */
    private static final String MEMORY = "set local maintenance_work_mem = '256MB'";

    private static final String OURS =
            """
            c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'web')
              and n.nspname not like 'pg\\_%'
            """;

    private static final String INDEXES =
            """
            select format('drop index %s', i.indexrelid::regclass) as drop,
              pg_get_indexdef(i.indexrelid) as making
            from pg_index i
            join pg_class c on c.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace
            where not exists (select from pg_constraint k where k.conindid = i.indexrelid) and
            """
                    + OURS;

    private static final String REFERENCES =
            """
            select format('alter table %s drop constraint %I', c.oid::regclass, k.conname) as drop,
              format('alter table %s add constraint %I %s', c.oid::regclass, k.conname,
                pg_get_constraintdef(k.oid)) as making
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            where k.contype = 'f' and
            """
                    + OURS;

    private final List<String> makings;

    private BuiltLast(List<String> makings) {
        this.makings = makings;
    }

    /** Takes them away in the transaction of the connection. */
    static BuiltLast takeAway(Connection connection) throws SQLException {
        var drops = new ArrayList<String>();
        var makings = new ArrayList<String>();
        // Read before anything is dropped: an index under a reference is kept by it.
        read(connection, INDEXES, drops, makings);
        var references = new ArrayList<String>();
        var referring = new ArrayList<String>();
        read(connection, REFERENCES, references, referring);
        run(connection, references);
        run(connection, drops);
        makings.addAll(referring);
        return new BuiltLast(makings);
    }

    /** Makes them again, and with them finds a row that refers to nothing. */
    void make(Connection connection) throws SQLException {
        run(connection, List.of(MEMORY));
        run(connection, makings);
    }

    private static void read(
            Connection connection, String question, List<String> drops, List<String> makings)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                drops.add(rows.getString("drop"));
                makings.add(rows.getString("making"));
            }
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
