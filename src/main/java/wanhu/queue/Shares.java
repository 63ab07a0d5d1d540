package wanhu.queue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * Something of which there is so much and no more. No network has more than a quarter of it, so
 * that one who takes what he can leaves room for the others; a proxy on this machine is no network.
 */
final class Shares {
    private static final int NETWORKS_MIN = 4;

    private final Semaphore free;
    private final int most;
    private final Duration wait;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Shares(int all, Duration wait) {
        this.free = new Semaphore(all, true);
        this.most = all / NETWORKS_MIN;
        this.wait = wait;
    }

    /** What was taken; given back when it is closed. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /** Nothing. */
    static final Share NONE = () -> {};

    /**
     * Takes a share for a network.
     *
     * @throws Refused BUSY when there is none in time
     */
    Share take(String network, int wanted) {
        int size = Math.min(wanted, most);
        boolean local = network.startsWith("127.") || network.startsWith("0:0:0:0:");
        if (!local) {
            claim(network, size);
        }
        if (!waited(size)) {
            giveBack(local, network, size);
            throw busy();
        }
        return () -> {
            free.release(size);
            giveBack(local, network, size);
        };
    }

    private void claim(String network, int size) {
        taken.compute(
                network,
                (_, held) -> {
                    int all = size + (held == null ? 0 : held);
                    Refused.unless(Kind.BUSY, all <= most, "queue.refused.busy");
                    return all;
                });
    }

    private void giveBack(boolean local, String network, int size) {
        if (!local) {
            taken.computeIfPresent(network, (_, held) -> held > size ? held - size : null);
        }
    }

    private boolean waited(int size) {
        try {
            return free.tryAcquire(size, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Refused busy() {
        return new Refused(Kind.BUSY, "queue.refused.busy");
    }
}
