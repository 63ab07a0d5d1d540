package wanhu.supervise;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.matter.MatterRounds;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * What of supervision a post sees: what its units ordered or were ordered; nothing of a matter that
 * accuses it. One predicate for lists, counts, pages and files.
 */
@Component
class Seen {
    /** Rows whose units are u1 and u2 of table alias s, with the parameters below. */
    static final String ROWS =
            """
            s.county = :county and (s.%s = any(:units) or s.%s = any(:units)) and not s.matter_id = any(:shut)
            """;

    private final Units units;
    private final MatterRounds matters;

    Seen(Units units, MatterRounds matters) {
        this.units = units;
        this.matters = matters;
    }

    /** The named parameters: county, units, shut. */
    Map<String, Object> parameters(Actor actor) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", actor.county());
        parameters.put("units", units(actor));
        parameters.put("shut", matters.shutTo(actor.county(), actor.path()).toArray(UUID[]::new));
        return parameters;
    }

    private UUID[] units(Actor actor) {
        return actor.role().apart()
                ? new UUID[0]
                : units.tree(actor.county()).subtree(actor.path()).stream()
                        .map(Unit::id)
                        .toArray(UUID[]::new);
    }
}
