package wanhu.flow;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Zones;
import wanhu.matter.MatterRounds;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * How matters flow through the levels in a month: for each level in = solved + raised + handed down
 * + declined + planned + parked + open. Counted from the timelines, which are the truth.
 */
@Service
class Flow {
    /** Levels of the table, lowest first. */
    static final List<Level> LEVELS = List.of(Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY);

    /** Matters that a cell opens, at most. */
    static final int ROWS_MAX = 500;

    private final MatterRounds matters;
    private final Units units;

    Flow(MatterRounds matters, Units units) {
        this.matters = matters;
        this.units = units;
    }

    /** One level in one month. */
    record Line(Level level, Map<FlowCell, Integer> cells) {
        int at(FlowCell cell) {
            return cells.getOrDefault(cell, 0);
        }

        int sum(FlowCell.Side side) {
            return cells.entrySet().stream()
                    .filter(each -> each.getKey().side() == side)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** Whether what came in went out or is left. */
        boolean balanced() {
            return sum(FlowCell.Side.IN) == sum(FlowCell.Side.OUT) + sum(FlowCell.Side.LEFT);
        }
    }

    /** One figure of the table. */
    record Figure(YearMonth month, Level level, FlowCell cell) {}

    /** The table of a month for the matters at or below a place. */
    @Transactional(readOnly = true)
    List<Line> table(int county, OrgPath place, YearMonth month) {
        var counts = new EnumMap<Level, Map<FlowCell, Integer>>(Level.class);
        var start = Zones.startOf(month.atDay(1));
        stays(
                county,
                place,
                month,
                stay -> {
                    var line =
                            counts.computeIfAbsent(
                                    stay.level(), _ -> new EnumMap<>(FlowCell.class));
                    for (FlowCell cell : FlowCell.values()) {
                        if (cell.holds(stay, start)) {
                            line.merge(cell, 1, Integer::sum);
                        }
                    }
                });
        return LEVELS.stream()
                .map(level -> new Line(level, counts.getOrDefault(level, Map.of())))
                .toList();
    }

    /** The matters behind a figure, at most {@link #ROWS_MAX}. */
    @Transactional(readOnly = true)
    Set<UUID> behind(int county, OrgPath place, Figure figure) {
        var found = new LinkedHashSet<UUID>();
        Instant start = Zones.startOf(figure.month().atDay(1));
        stays(
                county,
                place,
                figure.month(),
                stay -> {
                    if (stay.level() == figure.level()
                            && figure.cell().holds(stay, start)
                            && found.size() < ROWS_MAX) {
                        found.add(stay.matter());
                    }
                });
        return found;
    }

    /** All stays of the matters, for those who check. */
    List<Stay> stays(int county, OrgPath place, YearMonth month) {
        var all = new ArrayList<Stay>();
        stays(county, place, month, all::add);
        return all;
    }

    private void stays(int county, OrgPath place, YearMonth month, Consumer<Stay> found) {
        var tree = units.tree(county);
        var levels = new HashMap<UUID, Level>();
        var fold =
                new Stays(
                        unit ->
                                levels.computeIfAbsent(
                                        unit,
                                        id ->
                                                tree.find(id)
                                                        .map(Unit::id)
                                                        .map(tree::level)
                                                        .orElse(Level.COUNTY)),
                        found);
        var since = Zones.startOf(month.atDay(1));
        var until = Zones.startOf(month.plusMonths(1).atDay(1));
        matters.traces(county, new MatterRounds.Moves(place, since, until), fold);
        fold.end();
    }
}
