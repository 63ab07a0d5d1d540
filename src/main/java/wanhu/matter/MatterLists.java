package wanhu.matter;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Wall;

/**
 * The lists of matters. Each method asks who acts, and one predicate decides what that post sees;
 * what is not granted is not in the list, not in the count and not in the file. Words are read
 * behind the wall of the post, numbers where no word stands.
 */
@Service
public class MatterLists {
    /** Rows are counted no further than this. */
    public static final int COUNT_ROWS_MAX = 10_000;

    /** Numbers beside tabs are counted no further than this. */
    public static final int BADGE_ROWS_MAX = 99;

    /** Numbers on the start page are counted no further than this. */
    public static final int TILE_ROWS_MAX = 999;

    /** Most rows of one exported file. */
    public static final int EXPORT_ROWS_MAX = 100_000;

    private static final int EXPORT_PIECE_ROWS = 1_000;

    private final MatterListStore store;
    private final Clock clock;

    MatterLists(MatterListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A piece of a list, in reading order whichever way it was paged. */
    @Transactional(readOnly = true)
    public MatterPiece list(Actor actor, MatterQuery query) {
        var where = ListWhere.of(actor, query, clock.instant());
        var rows = Wall.of(actor).behind(() -> store.rows(where, query, query.size() + 1));
        boolean more = rows.size() > query.size();
        var piece = more ? rows.subList(0, query.size()) : rows;
        boolean back = query.mark() != null && query.mark().back();
        var ordered = back ? piece.reversed() : piece;
        boolean before = back ? more : query.mark() != null;
        boolean after = back || more;
        return new MatterPiece(
                ordered,
                before && !ordered.isEmpty() ? mark(query, ordered.getFirst(), true) : null,
                after && !ordered.isEmpty() ? mark(query, ordered.getLast(), false) : null);
    }

    private static MatterMark mark(MatterQuery query, MatterLine row, boolean back) {
        return new MatterMark(key(query.sort(), row), row.id(), back);
    }

    private static @Nullable String key(MatterQuery.Sort sort, MatterLine row) {
        return switch (sort) {
            case DUE -> row.due() == null || !row.stage().open() ? null : row.due().toString();
            case NEWEST, OLDEST -> row.reported().toString();
            case SUPPORTERS -> Integer.toString(row.supporters());
        };
    }

    /** How many rows the whole list has; {@link #COUNT_ROWS_MAX} + 1 stands for more than that. */
    @Transactional(readOnly = true)
    public int count(Actor actor, MatterQuery query) {
        return count(actor, query, COUNT_ROWS_MAX);
    }

    /** The size of each list without filters, counted to a limit; one more stands for more. */
    @Transactional(readOnly = true)
    public Map<Lens, Integer> counts(Actor actor, List<Lens> lenses, int most) {
        var now = clock.instant();
        var each = new EnumMap<Lens, ListWhere>(Lens.class);
        for (Lens lens : lenses) {
            var query = MatterQuery.of(lens, MatterQuery.Sort.DUE, 1);
            each.put(lens, ListWhere.of(actor, query, now));
        }
        return Wall.of(actor).behind(() -> store.counts(each, most + 1));
    }

    /** The same counted no further than a limit of the caller's; one more stands for more. */
    @Transactional(readOnly = true)
    public int count(Actor actor, MatterQuery query, int most) {
        var where = ListWhere.of(actor, query, clock.instant());
        return Wall.of(actor).behind(() -> store.count(where, query.lens() == Lens.PART, most + 1));
    }

    /**
     * Hands over the whole list row by row, at most {@link #EXPORT_ROWS_MAX}, in pieces, so that
     * neither memory nor a long transaction is needed.
     */
    public void export(Actor actor, MatterQuery query, Consumer<MatterLine> to) {
        var next = query.from(null, EXPORT_PIECE_ROWS);
        int left = EXPORT_ROWS_MAX;
        while (left > 0) {
            var piece = list(actor, next);
            piece.rows().stream().limit(left).forEach(to);
            left -= piece.rows().size();
            if (piece.next() == null) {
                return;
            }
            next = query.from(piece.next(), EXPORT_PIECE_ROWS);
        }
    }
}
