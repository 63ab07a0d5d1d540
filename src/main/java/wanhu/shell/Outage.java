package wanhu.shell;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the database is the cause: away, starting, without room, or without writing. */
public final class Outage {
    /**
     * How the SQLSTATEs of such causes begin (PostgreSQL, appendix A): connection, no room or
     * memory, stopped by its operator or a crash, files that cannot be read, a server that only
     * reads because another has taken over.
     */
    private static final List<String> STATES = List.of("08", "53", "57P", "58", "25006");

    private static final String ZERO_IN_TEXT = "22021";

    private Outage() {}

    /** What the database said, when it is the cause. */
    public static Optional<String> behind(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof SQLException broken && away(broken.getSQLState()))
                .findFirst()
                .map(cause -> String.valueOf(cause.getMessage()));
    }

    /** Whether the database was given a sign that no text of it can hold: the zero. */
    static boolean unwritable(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof SQLException broken
                                && ZERO_IN_TEXT.equals(broken.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Outage::next)
                .takeWhile(cause -> cause != null)
                .map(Objects::requireNonNull);
    }

    private static @Nullable Throwable next(@Nullable Throwable failure) {
        return failure == null ? null : failure.getCause();
    }

    /** Without a state it was not the server that said no, but the pool, which has no server. */
    private static boolean away(@Nullable String state) {
        return state == null || STATES.stream().anyMatch(state::startsWith);
    }
}
