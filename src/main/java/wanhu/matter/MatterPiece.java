package wanhu.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param back from where the rows before it are read; null at the beginning
 * @param next from where the rows after it are read; null at the end
 */
public record MatterPiece(
        List<MatterLine> rows, @Nullable MatterMark back, @Nullable MatterMark next) {
    public MatterPiece {
        rows = List.copyOf(rows);
    }
}
