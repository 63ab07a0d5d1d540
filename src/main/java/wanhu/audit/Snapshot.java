package wanhu.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A snapshot as PostgreSQL writes it: {@code xmin:xmax:running,running}.
 *
 * @param xmin every transaction below it is over
 * @param xmax no transaction from it on had begun
 * @param running those between that were not over
 */
record Snapshot(long xmin, long xmax, Set<Long> running) {
    static Snapshot of(String text) {
        var parts = text.split(":", -1);
        var running =
                Arrays.stream(parts[2].split(",", -1))
                        .filter(each -> !each.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /** Whether the transaction was over. */
    boolean sees(long transaction) {
        return transaction < xmin || (transaction < xmax && !running.contains(transaction));
    }
}
