package wanhu.life;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;

/** The way up and down the levels: grid, village, township, county; none is skipped. Pure. */
public final class Ladder {
    private Ladder() {}

    /**
     * The unit to which a holder raises a matter: for an office or department the territory that it
     * works for, for a territory the next one up; null for the county itself.
     */
    public static @Nullable Hold above(Tree tree, Hold holder) {
        return tree.ancestors(holder.unit()).stream()
                .filter(unit ->
                        unit.kind().territorial() && !unit.kind().level().above(Level.COUNTY))
                .findFirst()
                .map(unit -> Hold.of(tree, unit.id()))
                .orElse(null);
    }

    /**
     * The territory one level below a holder, on the way to the place; null when the place lies no
     * deeper.
     */
    public static @Nullable Hold below(Tree tree, Hold holder, UUID place) {
        var next =
                switch (holder.level()) {
                    case COUNTY -> Level.TOWNSHIP;
                    case TOWNSHIP -> Level.VILLAGE;
                    case VILLAGE -> Level.GRID;
                    case GRID, CITY, PROVINCE -> null;
                };
        return next == null
                ? null
                : tree.above(place, next).map(unit -> Hold.of(tree, unit.id())).orElse(null);
    }

    /**
     * The lowest unit that can take in what happens at a place: its village, else the township,
     * else the county.
     */
    public static Hold first(Tree tree, UUID place) {
        return Optional.<Unit>empty()
                .or(() -> tree.above(place, Level.VILLAGE))
                .or(() -> tree.above(place, Level.TOWNSHIP))
                .or(tree::root)
                .map(unit -> Hold.of(tree, unit.id()))
                .orElseThrow();
    }
}
