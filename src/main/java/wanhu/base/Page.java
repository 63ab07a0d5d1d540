package wanhu.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded piece of a list, with the key from which the next one starts.
 *
 * @param rows the rows of this piece
 * @param total how many rows the whole list has, or -1 when it is not counted
 * @param next where the next piece starts, or null at the end
 */
public record Page<T>(List<T> rows, long total, @Nullable String next) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** Whether there is nothing at all. */
    public boolean empty() {
        return rows.isEmpty();
    }
}
