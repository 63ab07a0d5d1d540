package wanhu.matter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Hold;
import wanhu.life.Matter;

/**
 * Work of a unit outside of its territory: for a department all that it handles. Its matters are
 * found by the {@link Signs} of the unit among their words; the column words_unit says which unit
 * that is, so that what has no sign yet is known.
 */
final class OwnWork {
    /** What has no sign of its unit, by an index of such rows alone; nearly always none. */
    static final String UNSIGNED =
            """
            handler_id is not null and handler_id is distinct from words_unit
            and left(place_path, length(handler_path)) <> handler_path\
            """;

    private OwnWork() {}

    /** The unit by whose work a matter is found; null where its place tells it already. */
    static @Nullable UUID unit(Matter matter) {
        Hold handler = matter.parties().handler();
        return handler == null || handler.path().contains(matter.about().placePath())
                ? null
                : handler.unit();
    }
}
