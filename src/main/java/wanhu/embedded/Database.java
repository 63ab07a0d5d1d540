package wanhu.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
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
    private static final int CONNECT_MILLIS_MAX = 10_000;

    /** Closed after the data source, which depends on it. */
    @Bean
    Running running(Settings settings) {
        return new Running(settings);
    }

    @Bean
    DataSource dataSource(Running running) {
        try {
            return new HikariDataSource(running.pool);
        } catch (HikariPool.PoolInitializationException unreachable) {
            throw new CannotStart(
                    "The database cannot be used; check --database-url. It says: "
                            + NestedExceptionUtils.getMostSpecificCause(unreachable).getMessage());
        }
    }

    /** The lock, the server when it is ours, and how to reach it. */
    static final class Running implements DisposableBean {
        private final DirectoryLock lock;
        private final List<Server> own;
        private final HikariConfig pool = new HikariConfig();

        Running(Settings settings) {
            lock = DirectoryLock.take(settings.data());
            pool.setPoolName("wanhu");
            pool.setMaximumPoolSize(CONNECTIONS_MAX);
            pool.setMinimumIdle(CONNECTIONS_IDLE);
            pool.setConnectionTimeout(CONNECT_MILLIS_MAX);
            pool.addDataSourceProperty("ApplicationName", "wanhu");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            var external = settings.databaseUrl();
            own = external == null ? List.of(Server.start(settings.data(), List.of())) : List.of();
            own.forEach(this::useEmbedded);
            if (external != null) {
                useExternal(external, settings);
            }
        }

        /** Who keeps the append-only tables; of an external database its administrator does. */
        List<Keeper> keepers() {
            return own.stream()
                    .map(server -> new Keeper(server.url(), server.secrets().superuser()))
                    .toList();
        }

        private void useEmbedded(Server server) {
            pool.setJdbcUrl(server.url());
            pool.setUsername(Cluster.APPLICATION);
            pool.setPassword(server.secrets().application());
        }

        private void useExternal(String url, Settings settings) {
            if (settings.databaseUser() != null) {
                pool.setUsername(settings.databaseUser());
            }
            if (settings.databasePassword() != null) {
                pool.setPassword(settings.databasePassword());
            }
            if (url.startsWith("jdbc:postgresql:")) {
                pool.setJdbcUrl(url);
                return;
            }
            var address = URI.create(url);
            if (!List.of("postgresql", "postgres").contains(address.getScheme())) {
                throw new CannotStart(
                        "Expected a database address like postgresql://user:password@host:5432/name"
                                + " but got another kind.");
            }
            useUserOf(address);
            var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            var host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
            pool.setJdbcUrl("jdbc:postgresql://" + host + address.getPath() + query);
        }

        private void useUserOf(URI address) {
            if (address.getUserInfo() == null) {
                return;
            }
            var parts = address.getUserInfo().split(":", 2);
            pool.setUsername(parts[0]);
            if (parts.length == 2) {
                pool.setPassword(parts[1]);
            }
        }

        @Override
        public void destroy() throws IOException {
            own.forEach(Server::close);
            lock.close();
        }
    }
}
