package wanhu.base;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps one immutable value a county in memory, such as its calendar or its rules.
 *
 * <p>A change on this node is seen at once after its transaction; one that another node has made,
 * within {@link #AGE_SECONDS_MAX} seconds.
 */
public final class PerCounty<T> {
    /** How long a value is used before it is read again. */
    public static final int AGE_SECONDS_MAX = 5;

    private static final long AGE_NANOS_MAX = AGE_SECONDS_MAX * 1_000_000_000L;

    private record Kept<T>(T value, long readAtNanos) {
        boolean fresh() {
            return System.nanoTime() - readAtNanos < AGE_NANOS_MAX;
        }
    }

    private final Map<Integer, Kept<T>> kept = new ConcurrentHashMap<>();

    /** The county's value, read when there is none that is fresh. */
    public T get(int county, IntFunction<T> read) {
        var known = kept.get(county);
        if (known != null && known.fresh()) {
            return known.value();
        }
        var value = read.apply(county);
        kept.put(county, new Kept<>(value, System.nanoTime()));
        return value;
    }

    /** Drops the county's value now, and again when the running transaction has ended. */
    public void forget(int county) {
        kept.remove(county);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            kept.remove(county);
                        }
                    });
        }
    }
}
