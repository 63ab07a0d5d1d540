package wanhu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Who works on which processor. Clients that take the processors from the product say little of
 * what it can bear: with {@code -Dfaults.apart=true} the product and its PostgreSQL have the first
 * one alone, and the clients another.
 */
final class Processors {
    private static final boolean APART = Boolean.getBoolean("faults.apart");

    private Processors() {}

    /** What stands before the command that starts the product. */
    static List<String> ofProduct() {
        if (!APART) {
            return List.of();
        }
        moveClients();
        return List.of("taskset", "-c", "0");
    }

    /** All threads of this process. */
    private static void moveClients() {
        try {
            var self = Long.toString(ProcessHandle.current().pid());
            var move = new ProcessBuilder("taskset", "-apc", "1", self);
            int result = move.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (result != 0) {
                throw new IllegalStateException("Expected taskset to work but it said " + result);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(broken);
        }
    }

    /** How they are divided, for those who read the figures. */
    static String said() {
        return APART
                ? "product and database on one processor, clients on another"
                : "product, database and clients on the same processors";
    }
}
