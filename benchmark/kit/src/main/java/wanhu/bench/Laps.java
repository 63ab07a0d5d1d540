package wanhu.bench;

import java.util.Arrays;
import java.util.List;

/** How long each of the seven steps of each life took; of one thread, or of several together. */
public final class Laps {
    /** The steps, in their order. */
    public static final List<String> STEPS =
            List.of("report", "escalate", "dispatch", "accept", "resolve", "check", "rate");

    private static final int FIRST_ROOM = 7 * 1024;

    private long[] nanos = new long[FIRST_ROOM];
    private int count;
    private long last;

    /** A life begins now. */
    public void begin() {
        // What a broken life left is not counted.
        count -= count % STEPS.size();
        last = System.nanoTime();
    }

    /** A step has been committed now. */
    public void lap() {
        long now = System.nanoTime();
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = now - last;
        last = now;
    }

    /** Takes the whole lives of another thread as well. */
    public void add(Laps other) {
        int more = other.count - other.count % STEPS.size();
        nanos = Arrays.copyOf(nanos, Math.max(nanos.length, count + more));
        System.arraycopy(other.nanos, 0, nanos, count, more);
        count += more;
    }

    /** Milliseconds within which such a share of the lives, 0 to 1, took all their steps. */
    public double life(double share) {
        var lives = new long[count / STEPS.size()];
        for (int at = 0; at < lives.length * STEPS.size(); at++) {
            lives[at / STEPS.size()] += nanos[at];
        }
        return percentile(lives, share);
    }

    /** Milliseconds within which such a share of the lives took one step. */
    public double step(int step, double share) {
        var each = new long[count / STEPS.size()];
        for (int at = 0; at < each.length; at++) {
            each[at] = nanos[at * STEPS.size() + step];
        }
        return percentile(each, share);
    }

    /** Milliseconds at a share of these nanoseconds; 0 when there are none. */
    public static double percentile(long[] nanos, double share) {
        if (nanos.length == 0) {
            return 0;
        }
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
}
