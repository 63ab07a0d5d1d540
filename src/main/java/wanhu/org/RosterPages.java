package wanhu.org;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Zones;

/** Which grids and villages of one's subtree lack somebody they must have (M5, M8). */
@Controller
@For
class RosterPages {
    /** Units that a page lists. */
    private static final int ROWS_MAX = 200;

    private final Units units;
    private final RosterStore store;
    private final Clock clock;

    RosterPages(Units units, RosterStore store, Clock clock) {
        this.units = units;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/org/rosters")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "GRID") Level level) {
        var tree = units.tree(actor.county());
        var filled = store.filled(actor.county(), Zones.day(clock.instant()));
        var lines = new ArrayList<RostersPage.Line>();
        int all = 0;
        for (Unit unit : tree.territories(actor.path(), level)) {
            var roster = Roster.of(unit.kind(), filled.posts(unit.id()), filled.paired(unit.id()));
            all++;
            if (!roster.complete()) {
                var above = unit.above() == null ? "" : tree.get(unit.above()).name();
                lines.add(new RostersPage.Line(unit, above, roster));
            }
        }
        var shown = lines.subList(0, Math.min(lines.size(), ROWS_MAX));
        return Html.page("org/rosters", new RostersPage(level, all, lines.size(), shown));
    }
}

/**
 * The rosters of one level.
 *
 * @param level grids or villages
 * @param all how many units there are
 * @param incomplete how many lack somebody
 * @param lines the first of them
 */
record RostersPage(Level level, int all, int incomplete, List<Line> lines) {
    RostersPage {
        lines = List.copyOf(lines);
    }

    /** A unit that lacks somebody, with the name of the unit above. */
    record Line(Unit unit, String above, Roster roster) {
        String href() {
            return BrowsePage.href(unit);
        }
    }
}
