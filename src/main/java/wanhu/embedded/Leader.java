package wanhu.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Connections to a server, or to that one of several which leads. A server that was frozen takes
 * connections and never says a word: while a connection is made, such a one is given up soon enough
 * to ask the next.
 */
final class Leader extends AbstractDataSource {
    /** The driver asks each server twice, with TLS and without. */
    private static final int SHARES = 4;

    private final SimpleDriverDataSource driver;
    private final int silenceMillis;

    /**
     * What the driver shall do is no part of the address: Flyway searches that for passwords, and
     * 200 signs take it 70 ms a room.
     *
     * @param connection how long one waits for a new connection
     * @param silence how long a connection may say nothing from then on
     * @param more what else the driver shall do
     */
    Leader(Address address, Duration connection, Duration silence, Map<PGProperty, String> more) {
        var wanted = new Properties();
        var mute = address.several() ? connection.dividedBy(SHARES) : connection;
        more.forEach((property, value) -> property.set(wanted, value));
        PGProperty.TCP_KEEP_ALIVE.set(wanted, true);
        PGProperty.SOCKET_TIMEOUT.set(wanted, seconds(mute));
        PGProperty.CONNECT_TIMEOUT.set(wanted, seconds(mute));
        PGProperty.LOGIN_TIMEOUT.set(wanted, seconds(connection));
        Optional.ofNullable(address.user()).ifPresent(user -> PGProperty.USER.set(wanted, user));
        Optional.ofNullable(address.password())
                .ifPresent(password -> PGProperty.PASSWORD.set(wanted, password));
        driver = new SimpleDriverDataSource(new Driver(), address.url(), wanted);
        silenceMillis = Math.toIntExact(silence.toMillis());
    }

    /** The driver takes 0 for "without end". */
    private static int seconds(Duration time) {
        return Math.max(1, Math.toIntExact(time.toSeconds()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patient(driver.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return patient(driver.getConnection(user, password));
    }

    private Connection patient(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, silenceMillis);
        return connection;
    }
}
