package wanhu.matter;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.matter.MatterQuery.Filters;

/**
 * Finds matters by what was told, by their number or by words of their titles, over everything that
 * the post may see, the latest first. What is not seen is not found, not counted and not hinted at.
 */
@Service
public class MatterSearch {
    private final MatterSearchWays ways;
    private final Clock clock;

    MatterSearch(MatterSearchWays ways, Clock clock) {
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param filters its text, and what narrows it
     * @param size rows of a piece, 1 to {@value MatterQuery#SIZE_MAX}
     * @param mark after which row the piece starts; null at the beginning
     */
    public record Wish(Filters filters, int size, @Nullable MatterMark mark) {
        public Wish {
            size = Math.clamp(size, 1, MatterQuery.SIZE_MAX);
        }
    }

    /** A matter that was found, with what was told, to show where the words stand. */
    public record Hit(MatterLine line, String body) {}

    /**
     * A piece of what was found.
     *
     * @param next after which row the next piece starts; null at the end
     * @param common whether the words are so common that of a post that doesn't see the whole
     *     county only its own area and own work were looked through
     */
    public record Piece(List<Hit> hits, @Nullable MatterMark next, boolean common) {
        /** Nothing found. */
        public static final Piece NOTHING = new Piece(List.of(), null, false);

        public Piece {
            hits = List.copyOf(hits);
        }
    }

    /** What the post may see of it. */
    @Transactional(readOnly = true)
    public Piece find(Actor actor, Wish wish) {
        var text = wish.filters().text();
        if (Terms.of(text).isEmpty()) {
            return Piece.NOTHING;
        }
        var where = ListWhere.seen(actor, wish.filters(), clock.instant());
        var found =
                ways.find(
                        where, Terms.keys(text), MatterSearchPage.of(wish.mark(), wish.size() + 1));
        var rows = found.hits();
        boolean more = rows.size() > wish.size();
        var shown = more ? rows.subList(0, wish.size()) : rows;
        var last = shown.isEmpty() ? null : shown.getLast().line();
        var next =
                more && last != null
                        ? new MatterMark(last.reported().toString(), last.id(), false)
                        : null;
        return new Piece(shown, next, found.common());
    }
}
