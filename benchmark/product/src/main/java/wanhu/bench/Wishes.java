package wanhu.bench;

import java.util.Set;
import wanhu.matter.MatterQuery;

/** What clerks look for. */
final class Wishes {
    private Wishes() {}

    /** Words or a number, and nothing else. */
    static MatterQuery.Filters of(String text) {
        return of(text, Set.of(), MatterQuery.State.ANY, MatterQuery.Period.ALWAYS);
    }

    /** Words in some categories, in a state, told on certain days. */
    static MatterQuery.Filters of(
            String text, Set<String> categories, MatterQuery.State state, MatterQuery.Period period) {
        var none = MatterQuery.Filters.NONE;
        return new MatterQuery.Filters(
                text,
                none.kinds(),
                categories,
                none.channel(),
                none.stage(),
                state,
                none.place(),
                period,
                none.held(),
                none.solved(),
                none.urgent(),
                none.supporters(),
                none.trouble());
    }
}
