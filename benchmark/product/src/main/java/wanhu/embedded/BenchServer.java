package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * The PostgreSQL of a measurement: the product's own, started as the product starts it, so that it
 * is as durable; only more connections are let in, because several sides use it in turn.
 */
public final class BenchServer implements AutoCloseable {
    private static final List<String> MORE = 
            List.of(
                    "max_connections=150",
                    "shared_preload_libraries=pg_stat_statements",
                    // A database that wants it says so.
                    "pg_stat_statements.track=none");

    private final DirectoryLock lock;
    private final Server server;

    private BenchServer(DirectoryLock lock, Server server) {
        this.lock = lock;
        this.server = server;
    }

    /** Starts it; it is set up below that folder at the first time. */
    public static BenchServer start(Path folder) {
        var lock = DirectoryLock.take(folder);
        return new BenchServer(lock, Server.start(folder, MORE));
    }

    /** Address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** The user who owns all databases of the sides, and its password. */
    public String user() {
        return Cluster.APPLICATION;
    }

    /** Password of that user. */
    public String password() {
        return server.secrets().application();
    }

    /** Makes an empty database. */
    public void makeAnew(String name) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " owner " + user());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the product's own start does around its migrations: append-only tables, counts. */
    public void keep(String name) {
        var keeper = new Keeper(url(name), server.secrets().superuser());
        keeper.open();
        keeper.close();
        keeper.counts();
    }

    /** Somebody who may read all figures. */
    public Connection superuser(String database) throws SQLException {
        var superuser = new Properties();
        superuser.setProperty("user", "postgres");
        superuser.setProperty("password", server.secrets().superuser());
        return DriverManager.getConnection(url(database), superuser);
    }

    @Override
    public void close() {
        server.close();
        try {
            lock.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
