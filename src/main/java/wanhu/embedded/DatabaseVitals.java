package wanhu.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Settings;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** Connections, size, long transactions, room on the disk, and the archive when there is one. */
@Component
class DatabaseVitals implements VitalSource {
    private static final double GIB = 1 << 30;
    private static final double FREE_WATCH = 5 * GIB;
    private static final double FREE_BAD = GIB;
    private static final int TRANSACTION_WATCH_SECONDS = 60;
    private static final int TRANSACTION_BAD_SECONDS = 600;

    private final JdbcClient db;
    private final HikariDataSource pool;
    private final SlowStatements slow;
    private final Settings settings;

    DatabaseVitals(JdbcClient db, DataSource source, SlowStatements slow, Settings settings)
            throws SQLException {
        this.db = db;
        this.pool = source.unwrap(HikariDataSource.class);
        this.slow = slow;
        this.settings = settings;
    }

    @Override
    public List<Vital> vitals() {
        var all = new ArrayList<>(List.of(connections(), size(), oldest(), free(), statements()));
        archive().ifPresent(all::add);
        return all;
    }

    private Vital connections() {
        var now = pool.getHikariPoolMXBean();
        int waiting = now.getThreadsAwaitingConnection();
        var state = waiting > 0 ? Vital.State.WATCH : Vital.State.GOOD;
        return new Vital(
                "embedded.vital.busy-connections",
                now.getActiveConnections(),
                state,
                List.of(now.getActiveConnections(), pool.getMaximumPoolSize(), waiting));
    }

    private Vital size() {
        long bytes =
                db.sql("select pg_database_size(current_database())").query(Long.class).single();
        return new Vital(
                "embedded.vital.size-bytes",
                (double) bytes,
                Vital.State.GOOD,
                List.of(bytes / GIB));
    }

    private Vital oldest() {
        long seconds =
                db.sql(
                                """
                                select coalesce(max(extract(epoch from now() - xact_start)), 0)::bigint
                                from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid()
                                    and backend_type = 'client backend'
                                """)
                        .query(Long.class)
                        .single();
        return Vital.below(
                "embedded.vital.oldest-transaction-seconds",
                seconds,
                TRANSACTION_WATCH_SECONDS,
                TRANSACTION_BAD_SECONDS);
    }

    private Vital free() {
        try {
            double bytes = (double) Files.getFileStore(settings.data()).getUsableSpace();
            var state =
                    bytes < FREE_BAD
                            ? Vital.State.BAD
                            : bytes < FREE_WATCH ? Vital.State.WATCH : Vital.State.GOOD;
            return new Vital("embedded.vital.free-bytes", bytes, state, List.of(bytes / GIB));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Vital statements() {
        return new Vital(
                "embedded.vital.slow-statements",
                (double) slow.count(),
                Vital.State.GOOD,
                List.of(slow.count(), SlowStatements.SLOW.toMillis()));
    }

    /** Whether what changed reaches the archive; only where the embedded database writes one. */
    private Optional<Vital> archive() {
        if (settings.archive() == null || settings.databaseUrl() != null) {
            return Optional.empty();
        }
        long waiting =
                db.sql(
                                """
                                select failed_count
                                from pg_stat_archiver
                                where last_failed_time > coalesce(last_archived_time, '-infinity')
                                """)
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
        var state = waiting > 0 ? Vital.State.BAD : Vital.State.GOOD;
        return Optional.of(
                new Vital(
                        "embedded.vital.archive-failures",
                        (double) waiting,
                        state,
                        List.of(waiting)));
    }
}
