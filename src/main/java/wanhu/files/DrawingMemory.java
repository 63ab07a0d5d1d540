package wanhu.files;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * Memory that all pictures that are being drawn may take together. Who finds none in time is told
 * to come again, because a few dozen large pictures at once would end the program.
 */
final class DrawingMemory {
    /** More than a third of the memory that {@code ./run} gives, which no two pages need. */
    static final int MEGABYTES_MAX = 96;

    private final Semaphore free = new Semaphore(MEGABYTES_MAX, true);
    private final Duration wait;

    /** One in which nobody waits longer than this. */
    DrawingMemory(Duration wait) {
        this.wait = wait;
    }

    /**
     * Does the work when there is room; what needs more than there is at all is done alone.
     *
     * @throws Refused BUSY when there is none in time
     */
    <T> T during(int megabytes, Supplier<T> work) {
        int taken = Math.min(megabytes, MEGABYTES_MAX);
        take(taken);
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }

    private void take(int megabytes) {
        try {
            Refused.unless(
                    Kind.BUSY,
                    free.tryAcquire(megabytes, wait.toMillis(), TimeUnit.MILLISECONDS),
                    "files.refused.busy");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Kind.BUSY, "files.refused.busy");
        }
    }

    int freeMegabytes() {
        return free.availablePermits();
    }
}
