package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import wanhu.Lane;

/**
 * The PostgreSQL of a test run: one server, set up once below {@code target/}, with an empty
 * database for each lane of a run. Only here it need not survive a power cut.
 */
public final class TestServer {
    private static final Path DATA = Path.of("target", "test-server").toAbsolutePath();
    private static final List<String> FAST =
            List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=150");

    private static final TestServer RUNNING = new TestServer();

    private final Server server;
    private final Map<Integer, String> lanes = new ConcurrentHashMap<>();

    private TestServer() {
        var lock = DirectoryLock.take(DATA);
        server = Server.start(DATA, FAST);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lock)));
    }

    /** Address of the database of this lane, with user and password. */
    public static String url() {
        return url(database());
    }

    private static String database() {
        return RUNNING.lanes.computeIfAbsent(
                Lane.here(),
                lane -> {
                    var name = Cluster.APPLICATION + lane;
                    RUNNING.makeAnew(name);
                    if (Boolean.getBoolean("wanhu.laggard")) {
                        Laggard.begin(() -> RUNNING.superuser(name));
                    }
                    return name;
                });
    }

    /** The same database, for somebody who looks at all counties. */
    public static String whole(String url) {
        return url + "&options=-c%20wanhu.first=%20-c%20wanhu.beyond=:";
    }

    /** The same of another database of this server. */
    static String url(String database) {
        return RUNNING.address(database)
                + "?user="
                + Cluster.APPLICATION
                + "&password="
                + RUNNING.server.secrets().application();
    }

    /** Counts as they do where the program brings its own PostgreSQL. */
    public static void keepCounts() {
        var keeper = keeper(database());
        keeper.open();
        keeper.counts();
    }

    static Keeper keeper(String database) {
        return new Keeper(RUNNING.address(database), RUNNING.server.secrets().superuser());
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** Somebody who may do everything with the application's database, as an intruder may. */
    public static Connection superuser() throws SQLException {
        return RUNNING.superuser(database());
    }

    private Connection superuser(String database) throws SQLException {
        var superuser = new Properties();
        superuser.setProperty("user", "postgres");
        superuser.setProperty("password", server.secrets().superuser());
        return DriverManager.getConnection(address(database), superuser);
    }

    /** Address of an empty database beside it, made anew. */
    public static String emptyDatabase(String name) {
        RUNNING.makeAnew(name);
        return url(name);
    }

    private void makeAnew(String name) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " owner wanhu");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void stop(DirectoryLock lock) {
        try (lock) {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
