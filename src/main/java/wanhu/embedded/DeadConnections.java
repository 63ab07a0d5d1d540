package wanhu.embedded;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * When one connection of the pool has died, the others very likely have too, and a dead one costs
 * whoever finds it out some seconds: all of them are given up at once. Who is at work with one that
 * lives may finish.
 */
final class DeadConnections implements SQLExceptionOverride {
    /** New connections that die at once are not given up again and again. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE.toNanos());
    private @Nullable HikariDataSource pool;

    /** Of which pool. */
    void of(HikariDataSource watched) {
        pool = watched;
    }

    /** As the pool hears it, from whoever was at work. */
    @java.lang.Override
    public Override adjudicate(SQLException broken) {
        var state = Objects.requireNonNullElse(broken.getSQLState(), "");
        if (state.startsWith("08") || state.startsWith("57P")) {
            giveUp();
        }
        return Override.CONTINUE_EVICT;
    }

    /** No connection is taken from the pool any more that was in it until now. */
    void giveUp() {
        long now = System.nanoTime();
        long before = last.get();
        boolean soon = now - before < PAUSE.toNanos();
        var watched = pool;
        if (!soon && watched != null && last.compareAndSet(before, now)) {
            watched.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
