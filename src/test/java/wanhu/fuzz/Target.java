package wanhu.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import wanhu.base.Refused;

/**
 * Something that reads what strangers write.
 *
 * @param name folder of its seeds
 * @param reader what is tried
 * @param allowed refusals that it promises, beside {@link Refused}
 */
public record Target(String name, Reader reader, Set<Class<? extends RuntimeException>> allowed) {
    /** What takes the bytes. */
    @FunctionalInterface
    public interface Reader {
        /** Reads them, or refuses. */
        void read(byte[] bytes) throws IOException;
    }

    /** One that promises to refuse by {@link Refused} alone. */
    public static Target of(String name, Reader reader) {
        return new Target(name, reader, Set.of());
    }

    /** The same of a text. */
    public static Target text(String name, Consumer<String> reader) {
        return of(name, bytes -> reader.accept(new String(bytes, StandardCharsets.UTF_8)));
    }

    void run(byte[] bytes) throws IOException {
        try {
            reader.read(bytes);
        } catch (RuntimeException failure) {
            if (!(failure instanceof Refused) && !allowed.contains(failure.getClass())) {
                throw failure;
            }
        }
    }
}
