package wanhu.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/** Gives the data source: the external database when one is named, else the embedded one. */
@Configuration(proxyBeanMethods = false)
class Database {
    private static final int CONNECTIONS_MAX = 12;
    private static final int CONNECTIONS_IDLE = 2;

    /** What PostgreSQL tells of a refused row holds its values: names must not reach a log. */
    private static final Map<PGProperty, String> OF_THE_DRIVER =
            Map.of(
                    PGProperty.APPLICATION_NAME, "wanhu",
                    PGProperty.REWRITE_BATCHED_INSERTS, "true",
                    PGProperty.LOG_SERVER_ERROR_DETAIL, "false");

    /** Closed after the data source, which depends on it. */
    @Bean
    Running running(Settings settings, Silence silence) {
        return new Running(settings, silence);
    }

    @Bean
    DataSource dataSource(Running running) {
        try {
            var dead = new DeadConnections();
            running.pool.setExceptionOverride(dead);
            var source = new HikariDataSource(running.pool);
            dead.of(source);
            Suitable.check(source);
            return new WalledSource(source, running.silence, dead);
        } catch (HikariPool.PoolInitializationException unreachable) {
            throw new CannotStart(
                    "The database cannot be used; check --database-url. It says: "
                            + reason(NestedExceptionUtils.getMostSpecificCause(unreachable)));
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof UnknownHostException host
                ? "no such host: " + host.getMessage()
                : Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /** The lock, the server when it is ours, and how to reach it. */
    static final class Running implements DisposableBean {
        private final DirectoryLock lock;
        private final List<Server> own;
        private final HikariConfig pool = new HikariConfig();
        private final Address address;

        private final Silence silence;

        /** Starts or finds the server. */
        Running(Settings settings, Silence silence) {
            this.silence = silence;
            lock = DirectoryLock.take(settings.data());
            pool.setPoolName("wanhu");
            pool.setMaximumPoolSize(CONNECTIONS_MAX);
            pool.setMinimumIdle(CONNECTIONS_IDLE);
            pool.setConnectionTimeout(silence.connection().toMillis());
            pool.setValidationTimeout(
                    Math.min(Silence.ALIVE.toMillis(), silence.connection().toMillis()));
            pool.setConnectionInitSql(
                    "set idle_in_transaction_session_timeout = " + silence.held().toMillis());
            var external = settings.databaseUrl();
            own =
                    external == null
                            ? List.of(Server.start(settings.data(), Archive.of(settings)))
                            : List.of();
            address = external == null ? own.getFirst().address() : Address.of(settings, external);
            pool.setDataSource(
                    new Leader(address, silence.connection(), silence.work(), OF_THE_DRIVER));
        }

        /** Connections of one's own, apart from the pool. */
        DataSource apart() {
            return Silence.command(address);
        }

        /** Who keeps the append-only tables; of an external database its administrator does. */
        List<Keeper> keepers() {
            return own.stream()
                    .map(server -> new Keeper(server.url(), server.secrets().superuser()))
                    .toList();
        }

        @Override
        public void destroy() throws IOException {
            own.forEach(Server::close);
            lock.close();
        }
    }
}
