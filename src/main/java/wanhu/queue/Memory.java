package wanhu.queue;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What clients make the program keep for them, all together: connections, requests that have begun,
 * forms that come, answers that wait to be read. Each had a bound of its own once, and a storm that
 * reached them all ended the program: they are of one heap, and so they have one sum.
 */
@Component
final class Memory {
    /** A connection that waits for its next request, in kilobytes. */
    static final int CONNECTION = 5;

    /** A request of which a first byte has come and that was not answered, besides. */
    static final int BEGUN = 24;

    /**
     * A connection at which a thread is, besides: it reads, waits for its turn, sends, or hears the
     * rest of what it has refused.
     */
    static final int THREAD = 46;

    /**
     * Of the heap: the rest is for the program itself (70 to 100 MB of 256), for pages that are
     * being made, and for what nobody needs any more but was not collected yet.
     */
    private static final double SHARE_OF_HEAP = 0.45;

    /** New work is sent away in words while there is still room to hear those who come. */
    static final int CROWDED_PERCENT = 85;

    /** Slow clients must hurry. */
    static final int SCARCE_PERCENT = 50;

    private static final int WHOLE = 100;

    private final int most;
    private final int crowded;
    private final int scarce;
    private final AtomicInteger taken = new AtomicInteger();

    @Autowired
    Memory() {
        this((int) (Runtime.getRuntime().maxMemory() / 1024.0 * SHARE_OF_HEAP));
    }

    /** So many kilobytes, and no more. */
    Memory(int most) {
        this.most = most;
        this.crowded = share(most, CROWDED_PERCENT);
        this.scarce = share(most, SCARCE_PERCENT);
    }

    private static int share(int all, int percent) {
        return (int) ((long) all * percent / WHOLE);
    }

    /** Takes it whether there is room or not, for what is there already. */
    void add(int kilobytes) {
        taken.addAndGet(kilobytes);
    }

    /** Whether no further request may begin. */
    boolean full() {
        return taken.get() > most;
    }

    /** Whether whoever comes must be told to come later. */
    boolean crowded() {
        return taken.get() > crowded;
    }

    /** Takes it for what can wait; false, and nothing taken, when there is no room. */
    boolean take(int kilobytes) {
        if (taken.addAndGet(kilobytes) <= crowded) {
            return true;
        }
        give(kilobytes);
        return false;
    }

    /** Gives back what was taken. */
    void give(int kilobytes) {
        taken.addAndGet(-kilobytes);
    }

    /** Whether slow clients must hurry now. */
    boolean scarce() {
        return taken.get() > scarce;
    }

    /** How much of it is taken now. */
    int percent() {
        return (int) ((long) taken.get() * WHOLE / most);
    }

    /** What is taken now, in kilobytes. */
    int taken() {
        return taken.get();
    }
}
