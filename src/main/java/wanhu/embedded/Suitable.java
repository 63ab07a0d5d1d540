package wanhu.embedded;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.CannotStart;

/** Whether a database is one that we can work with; asked before the first table is made. */
final class Suitable {
    /** Keys over time spans ({@code without overlaps}) came with this one. */
    private static final int VERSION_MIN = 18;

    private Suitable() {}

    /** What the server tells of itself: its major version, and as whom we came and where to. */
    record Server(int version, String role, String name, boolean creates) {}

    /**
     * Asks the server.
     *
     * @throws CannotStart when the server is too old or the role may not make the schemas
     */
    static void check(DataSource source) {
        check(server(source));
    }

    private static Server server(DataSource source) {
        return JdbcClient.create(source)
                .sql(
                        """
                        select current_setting('server_version_num')::int / 10000,
                            current_user,
                            current_database(),
                            has_database_privilege(current_database(), 'create')
                        """)
                .query((row, _) ->
                        new Server(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4)))
                .single();
    }

    static void check(Server server) {
        if (server.version() < VERSION_MIN) {
            throw new CannotStart(
                    "Wanhu needs PostgreSQL %d or newer, but the database server is version %d."
                            .formatted(VERSION_MIN, server.version()));
        }
        if (!server.creates()) {
            throw new CannotStart(
                    "The role %1$s may not create schemas in the database %2$s: make it the owner, or run: grant create on database %2$s to %1$s"
                            .formatted(server.role(), server.name()));
        }
    }
}
