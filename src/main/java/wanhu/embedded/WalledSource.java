package wanhu.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import wanhu.base.Waited;
import wanhu.base.Wall;

/**
 * Connections of the pool that tell the database, before each statement of a transaction, which
 * {@link Wall} stands around the thread, unless this transaction was told the same. What was told
 * ends with the transaction, whichever way it ends. Where somebody waits for a page, a database
 * that says nothing is given up soon ({@link Silence}).
 *
 * <p>What only reads is planned for its values each time. A plan for any value is made for a county
 * of middling size: beside many small ones it sorted 100,000 rows of a large one for a list that an
 * index yields in order (300 ms instead of 1).
 */
final class WalledSource extends DelegatingDataSource implements AutoCloseable {
    private static final String PLAN_FOR_VALUES = "set local plan_cache_mode = force_custom_plan";

    private final HikariDataSource pool;
    private final int pageMillis;
    private final DeadConnections dead;

    WalledSource(HikariDataSource pool, Silence silence, DeadConnections dead) {
        super(pool);
        this.dead = dead;
        this.pool = pool;
        this.pageMillis = (int) silence.page().toMillis();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Walled(hurried(free())));
    }

    /**
     * When none can be had in time, those in the pool may be dead, each to be found out in turn.
     */
    private Connection free() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException none) {
            dead.giveUp();
            throw none;
        }
    }

    /** The pool sets it back. */
    private Connection hurried(Connection connection) throws SQLException {
        if (Waited.now()) {
            connection.setNetworkTimeout(Runnable::run, pageMillis);
        }
        return connection;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static final class Walled implements InvocationHandler {
        private final Connection connection;

        /** Null when it is not known, after a part of a transaction was taken back. */
        private @Nullable Wall told = Wall.NOTHING;

        private boolean planned;

        Walled(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "createStatement", "prepareStatement", "prepareCall" -> tell();
                case "commit", "setAutoCommit", "close" -> forget(Wall.NOTHING);
                case "rollback" -> forget(arguments == null ? Wall.NOTHING : null);
                default -> {}
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }

        private void forget(@Nullable Wall left) {
            told = left;
            planned = false;
        }

        private void tell() throws SQLException {
            var wall = Wall.standing();
            boolean known = wall.equals(told);
            boolean plan = !planned && connection.isReadOnly();
            if ((known && !plan) || connection.getAutoCommit()) {
                return;
            }
            var words = known ? "" : wall.statement() + "; ";
            try (var statement = connection.createStatement()) {
                statement.execute(words + (plan ? PLAN_FOR_VALUES : ""));
            }
            told = wall;
            planned = planned || plan;
        }
    }
}
