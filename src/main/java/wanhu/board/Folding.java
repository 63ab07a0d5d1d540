package wanhu.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Wall;
import wanhu.matter.MatterTallies;
import wanhu.matter.MatterTallies.Cell;
import wanhu.matter.MatterTallies.Reported;
import wanhu.matter.MatterTallies.Solved;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;

/**
 * Counts anew each cell in which something happened. A cell is counted and never added to, so that
 * it may be counted twice, late or by another program and is right all the same; who holds the
 * county's row counts, the others go on. What was written is found by transaction: one that commits
 * late is found late, and none is missed.
 */
@Component
class Folding {
    /** With more cells than this all are counted anew in one go. */
    static final int CELLS_MAX = 2_000;

    private final FoldStore store;
    private final MatterTallies tallies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Folding(FoldStore store, MatterTallies tallies, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lets all counties follow, so that who reads their figures need not wait. */
    @Scheduled(
            fixedDelayString = "${wanhu.fold-tick:PT3S}",
            initialDelayString = "${wanhu.fold-tick:PT3S}")
    public void run() {
        store.counties().forEach(this::fold);
    }

    /** Lets a county follow; does nothing while another program does so. */
    void fold(int county) {
        Wall.whole(() ->
                transaction.executeWithoutResult(_ -> {
                    store.begin(county);
                    store.lock(county).ifPresent(row -> follow(county, row));
                }));
    }

    /** Throws the counts of a county away and counts all anew. */
    void rebuild(int county) {
        Wall.whole(() ->
                transaction.executeWithoutResult(_ -> {
                    store.begin(county);
                    store.distrust(county);
                    store.lock(county).ifPresent(row -> follow(county, row));
                }));
    }

    private void follow(int county, FoldStore.Fold row) {
        var now = clock.instant();
        long settled = tallies.settled();
        var seen = row.seen();
        // A number of the future is one of another database, from which this one was restored.
        if (seen == null || seen > settled || !recounted(county, seen)) {
            countAll(county);
        }
        store.end(county, settled, now);
    }

    private boolean recounted(int county, long seen) {
        var cells = tallies.touched(county, seen, CELLS_MAX + 1);
        if (cells.size() > CELLS_MAX) {
            return false;
        }
        if (!cells.isEmpty()) {
            recount(county, cells);
        }
        return true;
    }

    private void recount(int county, List<Cell> cells) {
        var reported = new ArrayList<Reported>();
        var solved = new ArrayList<Solved>();
        for (Cell cell : cells) {
            reported.addAll(tallies.reported(county, cell));
            solved.addAll(tallies.solved(county, cell));
        }
        store.clear(county, cells);
        store.addReported(county, reported);
        store.addSolved(county, solved);
    }

    private void countAll(int county) {
        store.clear(county);
        store.addReported(county, tallies.reported(county));
        store.addSolved(county, tallies.solved(county));
    }

    @EventListener
    void follow(UnitMoved moved) {
        store.distrust(moved.county());
    }

    @EventListener
    void follow(UnitMerged merged) {
        store.distrust(merged.county());
    }
}
