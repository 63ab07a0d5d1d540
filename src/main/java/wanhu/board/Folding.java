package wanhu.board;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.board.TallyStore.Told;
import wanhu.matter.MatterMonths;
import wanhu.matter.MatterMonths.Day;
import wanhu.matter.MatterMonths.Spell;
import wanhu.matter.MatterTallies;
import wanhu.matter.MatterTallies.Cell;
import wanhu.matter.MatterTallies.Reported;
import wanhu.matter.MatterTallies.Solved;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;

/**
 * Counts anew each cell in which something happened. A cell is counted and never added to, so that
 * it may be counted twice, late or by another program and is right all the same.
 */
@Component
class Folding implements Rollup {
    /** With more cells than this all are counted anew in one go. */
    static final int CELLS_MAX = 2_000;

    private static final int VILLAGE_DEPTH = 5;

    private final TallyStore histories;
    private final MonthStore months;
    private final DayFigureStore days;
    private final StandingFold standings;
    private final MatterMonths spells;
    private final MatterTallies tallies;
    private final Rollups rollups;

    Folding(
            TallyStore histories,
            MonthStore months,
            DayFigureStore days,
            StandingFold standings,
            MatterTallies tallies,
            MatterMonths spells,
            Rollups rollups) {
        this.histories = histories;
        this.months = months;
        this.days = days;
        this.standings = standings;
        this.spells = spells;
        this.tallies = tallies;
        this.rollups = rollups;
    }

    /** Lets all counties follow, so that who reads their figures need not wait. */
    @Scheduled(
            fixedDelayString = "${wanhu.fold-tick:PT3S}",
            initialDelayString = "${wanhu.fold-tick:PT3S}")
    public void run() {
        rollups.follow(this);
    }

    @Override
    public String room() {
        return "board";
    }

    @Override
    public boolean follow(int county, long seen, Instant now) {
        var cells = tallies.touched(county, seen, CELLS_MAX + 1);
        if (cells.size() > CELLS_MAX) {
            return false;
        }
        if (!cells.isEmpty()) {
            recount(county, cells);
        }
        standings.follow(county, cells, now);
        return true;
    }

    private void recount(int county, List<Cell> cells) {
        var reported = new ArrayList<Reported>();
        var solved = new ArrayList<Solved>();
        for (Cell cell : cells) {
            reported.addAll(tallies.reported(county, cell));
            solved.addAll(tallies.solved(county, cell));
        }
        histories.replace(county, cells, new Told(reported, solved));
        var told = cells.stream().map(cell -> spells.told(county, cell)).toList();
        months.replace(
                county, cells, told.stream().flatMap(each -> each.spells().stream()).toList());
        days.replace(county, cells, told.stream().flatMap(each -> each.days().stream()).toList());
    }

    @Override
    public void makeAll(int county, Instant now) {
        histories.replace(county, new Told(tallies.reported(county), tallies.solved(county)));
        var told = spells.told(county);
        months.replace(county, told.spells());
        days.replace(county, told.days());
        standings.makeAll(county, now);
    }

    @Override
    public int differing(int county, long seen, Instant now) {
        var cells = new HashSet<Cell>();
        var kept = histories.own(county);
        cells.addAll(unlike(kept.reported(), tallies.reported(county), Reported::cell));
        cells.addAll(unlike(kept.solved(), tallies.solved(county), Solved::cell));
        var told = spells.told(county);
        cells.addAll(unlike(months.own(county), told.spells(), Folding::cell));
        cells.addAll(unlike(days.own(county), told.days(), Folding::cell));
        var touched = tallies.touched(county, seen, CELLS_MAX);
        touched.forEach(cells::remove);
        return cells.size()
                + histories.unsummed(county)
                + months.unsummed(county)
                + days.unsummed(county)
                + standings.differing(county, touched, now);
    }

    /** What is told of a grid is counted with the cell of its village. */
    private static Cell cell(Spell spell) {
        int depth = Math.min(spell.place().depth(), VILLAGE_DEPTH);
        return new Cell(spell.place().atDepth(depth), spell.month());
    }

    private static Cell cell(Day day) {
        return new Cell(day.place(), YearMonth.from(day.day()));
    }

    /** The cells in which what is kept and what is counted are not the same. */
    private static <T> Set<Cell> unlike(
            Collection<T> kept, Collection<T> counted, Function<T, Cell> cell) {
        var cells = new HashSet<Cell>();
        var one = new HashSet<>(kept);
        var other = new HashSet<>(counted);
        kept.stream().filter(each -> !other.contains(each)).map(cell).forEach(cells::add);
        counted.stream().filter(each -> !one.contains(each)).map(cell).forEach(cells::add);
        return cells;
    }

    @EventListener
    void follow(UnitMoved moved) {
        rollups.distrust(this, moved.county());
    }

    @EventListener
    void follow(UnitMerged merged) {
        rollups.distrust(this, merged.county());
    }
}
