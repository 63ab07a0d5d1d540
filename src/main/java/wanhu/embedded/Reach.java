package wanhu.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/**
 * The database of an installation for a command beside the program: that of the settings, that of
 * the instance which is running on the data directory, or one started for the command alone.
 */
public final class Reach implements AutoCloseable {
    private final Address address;
    private final List<Server> server;
    private final List<DirectoryLock> lock;

    private Reach(Address address, List<Server> server, List<DirectoryLock> lock) {
        this.address = address;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Beside a running instance, if there is one.
     *
     * @throws CannotStart when the database cannot be reached
     */
    public static Reach beside(Settings settings) {
        var external = settings.databaseUrl();
        if (external != null) {
            return new Reach(Address.of(settings, external), List.of(), List.of());
        }
        return DirectoryLock.find(settings.data())
                .map(lock -> alone(settings, lock))
                .orElseGet(() -> new Reach(Server.running(settings.data()), List.of(), List.of()));
    }

    /**
     * With nobody else on the data directory.
     *
     * @throws CannotStart when another instance is using it
     */
    public static Reach alone(Settings settings) {
        return alone(settings, DirectoryLock.take(settings.data()));
    }

    private static Reach alone(Settings settings, DirectoryLock lock) {
        var external = settings.databaseUrl();
        if (external != null) {
            return new Reach(Address.of(settings, external), List.of(), List.of(lock));
        }
        var server = Server.start(settings.data(), Archive.of(settings));
        return new Reach(server.address(), List.of(server), List.of(lock));
    }

    /**
     * A connection.
     *
     * @throws CannotStart when the database says no
     */
    public Connection connect() {
        try {
            return whole(source().getConnection());
        } catch (SQLException no) {
            throw new CannotStart("The database cannot be used. It says: " + no.getMessage(), no);
        }
    }

    /** A command beside the program copies all counties, and its connection serves nobody else. */
    private static Connection whole(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Migrations.WHOLE);
        }
        return connection;
    }

    private DataSource source() {
        return Silence.command(address);
    }

    /**
     * Brings the tables of rooms to the versions that another installation had.
     *
     * @param versions version by room; what is not named is left alone
     * @throws CannotStart when this program doesn't know such a version
     */
    public void migrate(Map<String, String> versions) {
        Migrations.to(Flyway.configure().dataSource(source()).defaultSchema("public"), versions);
    }

    @Override
    public void close() {
        server.forEach(Server::close);
        lock.forEach(DirectoryLock::release);
    }
}
