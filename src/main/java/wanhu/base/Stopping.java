package wanhu.base;

/** Whether the program was asked to stop. */
public final class Stopping {
    private Stopping() {}

    /** From the signal on; the machine then takes no more hooks, which is all it tells. */
    public static boolean begun() {
        var probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }
}
