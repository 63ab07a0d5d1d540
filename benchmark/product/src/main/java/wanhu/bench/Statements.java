package wanhu.bench;

import java.sql.SQLException;

/** What PostgreSQL did most, by {@code pg_stat_statements}, which runs in databases of the product alone. */
final class Statements {
    private static final int SHOWN = 5;
    private static final int SIGNS = 160;

    private final Field field;
    private final String database;

    /** Of a database whose connections are opened from now on. */
    Statements(Field field, String database) {
        this.field = field;
        this.database = database;
        field.run(database, "create extension if not exists pg_stat_statements");
        field.run(database, "alter database " + database + " set pg_stat_statements.track = 'all'");
    }

    /** Begins anew. */
    void forget() {
        field.run(database, "select pg_stat_statements_reset()");
    }

    /** The dearest since then, as a table. */
    String dearest() {
        var text = new StringBuilder("| calls | ms each | blocks each | statement |\n|--:|--:|--:|---|\n");
        try (var connection = field.superuser(database);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select calls, mean_exec_time, (shared_blks_hit + shared_blks_read) / calls as blocks,
                                    left(regexp_replace(query, '\\s+', ' ', 'g'), %d) as query
                                from pg_stat_statements
                                where dbid = (select oid from pg_database where datname = current_database())
                                order by total_exec_time desc
                                limit %d
                                """
                                        .formatted(SIGNS, SHOWN))) {
            while (rows.next()) {
                text.append(
                        "| %,d | %,.2f | %,d | `%s` |\n"
                                .formatted(
                                        rows.getLong(1),
                                        rows.getDouble(2),
                                        rows.getLong(3),
                                        rows.getString(4).replace("|", "\\|")));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return text.toString();
    }
}
