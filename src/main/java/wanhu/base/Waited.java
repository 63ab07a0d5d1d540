package wanhu.base;

/**
 * Whether somebody waits for what this thread does: a page gives up on a silent database in
 * seconds, while the program's own work has patience.
 */
public final class Waited {
    private static final ThreadLocal<Boolean> FOR = ThreadLocal.withInitial(() -> false);

    private Waited() {}

    /** Whether somebody does. */
    public static boolean now() {
        return FOR.get();
    }

    /** From now on somebody does; whoever says so says {@link #over} as well. */
    public static void begins() {
        FOR.set(true);
    }

    /** Nobody does any more. */
    public static void over() {
        FOR.remove();
    }
}
