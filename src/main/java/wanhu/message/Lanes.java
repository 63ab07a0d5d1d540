package wanhu.message;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Works off what goes out, each receiver on a thread of its own, so that one who is slow or dead
 * holds nobody else. A receiver is called by one at a time, and after a call that nobody answered
 * the others to the same receiver wait with it.
 */
public final class Lanes implements AutoCloseable {
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Begins with what is due: one piece of work for each receiver; waits for none. */
    public <T> List<Future<?>> begin(
            List<T> due, Function<T, UUID> receiver, Consumer<List<T>> work) {
        return due.stream().collect(Collectors.groupingBy(receiver)).values().stream()
                .<Future<?>>map(each -> threads.submit(() -> work.accept(each)))
                .toList();
    }

    /**
     * One after the other as long as somebody answers.
     *
     * @param answered calls, and tells whether somebody answered
     * @param wait leaves it for later without a call
     */
    public <T> void inTurn(UUID receiver, List<T> all, Predicate<T> answered, Consumer<T> wait) {
        if (!busy.add(receiver)) {
            all.forEach(wait);
            return;
        }
        try {
            boolean open = true;
            for (T each : all) {
                if (open) {
                    open = answered.test(each);
                } else {
                    wait.accept(each);
                }
            }
        } finally {
            busy.remove(receiver);
        }
    }

    /** Ends what is at work. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
