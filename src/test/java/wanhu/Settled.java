package wanhu;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What follows the lives reads no further than the oldest transaction that still writes, and in a
 * program that is alive somebody always writes now and then.
 */
public final class Settled {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Settled() {}

    /**
     * Waits until all that was written before this call is older than every transaction that still
     * writes.
     *
     * @throws IllegalStateException when somebody writes without end
     */
    public static void await(JdbcClient db) {
        long now =
                number(db, "select cast(pg_snapshot_xmax(pg_current_snapshot())::text as bigint)");
        long begun = System.nanoTime();
        while (number(db, "select cast(pg_snapshot_xmin(pg_current_snapshot())::text as bigint)")
                < now) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("a transaction has been writing for " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    private static long number(JdbcClient db, String question) {
        return db.sql(question).query(Long.class).single();
    }
}
