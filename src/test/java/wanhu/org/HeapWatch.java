package wanhu.org;

import java.lang.management.ManagementFactory;

/** Sees how much heap lives above what lived at the start; collects garbage each time it looks. */
final class HeapWatch {
    private final long start = live();
    private long most;

    /** Looks now. */
    void look() {
        most = Math.max(most, live() - start);
    }

    /** The most that lived at any look, in MB. */
    long mostMegabytes() {
        return most >> 20;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
