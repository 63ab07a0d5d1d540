package wanhu.api;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Stage;
import wanhu.matter.Lens;
import wanhu.matter.MatterMark;
import wanhu.matter.MatterQuery;
import wanhu.org.Level;
import wanhu.org.Units;
import wanhu.token.Problem;

/** Makes the query of a list from what was asked. */
@Component
class MatterFinder {
    private static final int ROWS = 50;

    /** Most rows of a piece. */
    static final int ROWS_MAX = 200;

    private final Units units;
    private final Categories categories;

    MatterFinder(Units units, Categories categories) {
        this.units = units;
        this.categories = categories;
    }

    /**
     * The query.
     *
     * @throws Problem 400 for a unit, a category or a cursor that is none
     */
    MatterQuery query(Actor actor, Query asked) {
        var lens = asked.choice(Lens.class, "lens");
        var sort = asked.choice(MatterQuery.Sort.class, "sort");
        var size = asked.number("size", ROWS);
        if (size < 1 || size > ROWS_MAX) {
            throw Problem.invalid("size", "api.fault.size", ROWS_MAX);
        }
        return new MatterQuery(
                lens == null ? Lens.TODO : lens,
                filters(actor, asked),
                sort == null ? MatterQuery.Sort.NEWEST : sort,
                size,
                asked.text("cursor").isEmpty() ? null : mark(asked.text("cursor")));
    }

    private static MatterMark mark(String cursor) {
        return MatterMark.parse(cursor)
                .orElseThrow(() -> Problem.invalid("cursor", "api.fault.cursor"));
    }

    private MatterQuery.Filters filters(Actor actor, Query asked) {
        var tree = units.tree(actor.county());
        var state = asked.choice(MatterQuery.State.class, "state");
        return new MatterQuery.Filters(
                asked.text("q"),
                kinds(asked.choice(Kind.class, "kind")),
                codes(actor, asked.text("category")),
                asked.choice(Channel.class, "channel"),
                asked.choice(Stage.class, "stage"),
                state == null ? MatterQuery.State.ANY : state,
                asked.unit(tree, "place"),
                new MatterQuery.Period(asked.date("from"), asked.date("until")),
                new MatterQuery.Held(
                        asked.choice(Level.class, "level"),
                        asked.unit(tree, "unit"),
                        asked.yes("only")),
                new MatterQuery.Solved(
                        asked.choice(Level.class, "solved_level"),
                        new MatterQuery.Period(
                                asked.date("solved_from"), asked.date("solved_until"))),
                asked.yes("urgent"),
                asked.number("supporters", 0),
                new MatterQuery.Wrong(
                        asked.choice(MatterQuery.Trouble.class, "trouble"),
                        Math.max(1, asked.number("limit", 1)),
                        Math.max(1, asked.number("units", 1))));
    }

    private static Set<Kind> kinds(@Nullable Kind kind) {
        return kind == null ? Set.of() : Set.of(kind);
    }

    /** A category and all below it; none for all. */
    private Set<String> codes(Actor actor, String code) {
        if (code.isEmpty()) {
            return Set.of();
        }
        Map<String, Category> tree = categories.tree(actor.county());
        var found = tree.get(code);
        if (found == null) {
            throw Problem.invalid("category", "api.fault.category", Problem.shown(code));
        }
        var codes = new HashSet<String>();
        tree.keySet().stream().filter(found::contains).forEach(codes::add);
        return codes;
    }
}
