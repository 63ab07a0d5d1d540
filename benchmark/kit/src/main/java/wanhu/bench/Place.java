package wanhu.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A side's own database.
 *
 * @param url as JDBC wants it, without user and password
 * @param user who owns it
 * @param password of that user
 */
public record Place(String url, String user, String password) {
    /** A pool of so many connections to it. */
    public HikariDataSource pool(int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(connections);
        return new HikariDataSource(pool);
    }

    @Override
    public String toString() {
        return "Place[" + url + "]";
    }
}
