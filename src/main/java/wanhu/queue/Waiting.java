package wanhu.queue;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many wait now: for a thread at their connection, or for their turn. */
@Component
final class Waiting {
    /**
     * When more come than are served those who wait longest would be sent away after all: who comes
     * when so many wait is told at once.
     */
    static final int MOST = 512;

    private final AtomicInteger now = new AtomicInteger();

    /** One more. */
    void begins() {
        now.incrementAndGet();
    }

    /** One of them does not wait any more. */
    void over() {
        now.decrementAndGet();
    }

    /** Whether nobody more may wait. */
    boolean tooMany() {
        return now.get() >= MOST;
    }

    /** Whether so many wait that those at work should be few. */
    boolean many() {
        return now.get() >= MOST / 2;
    }

    /** How many. */
    int now() {
        return now.get();
    }

    /** The same threads; who waits for one of them is counted. */
    Executor counted(Executor threads) {
        return work -> {
            begins();
            try {
                threads.execute(() -> {
                    over();
                    work.run();
                });
            } catch (RejectedExecutionException stopped) {
                over();
                throw stopped;
            }
        };
    }
}
