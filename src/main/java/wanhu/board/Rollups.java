package wanhu.board;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Wall;
import wanhu.matter.MatterTallies;

/**
 * The door to following: lets rollups follow what happens to matters, beside the lives and never in
 * their transactions. Who holds the county's row follows, the others go on. What was written is
 * found by transaction: one that commits late is found late, and none is missed.
 */
@Service
public class Rollups {
    private final RollupStore store;
    private final MatterTallies tallies;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Rollups(
            RollupStore store,
            MatterTallies tallies,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.clock = clock;
    }

    /** Lets all counties follow that somebody has asked for. */
    public void follow(Rollup what) {
        store.counties(what).forEach(county -> follow(what, county));
    }

    /**
     * Lets a county follow; does nothing while another program does so.
     *
     * @return whether all that was settled has been followed
     */
    public boolean follow(Rollup what, int county) {
        return Wall.whole(() ->
                Objects.requireNonNull(
                        transaction.execute(_ -> {
                            store.begin(what, county);
                            var row = store.lock(what, county);
                            row.ifPresent(each -> follow(what, county, each));
                            return row.isPresent();
                        })));
    }

    private void follow(Rollup what, int county, RollupStore.Fold row) {
        var now = clock.instant();
        long settled = tallies.settled();
        var seen = row.seen();
        // A number of the future is one of another database, from which this one was restored.
        if (seen == null || seen > settled || !what.follow(county, seen, now)) {
            what.makeAll(county, now);
        }
        store.end(what, county, settled, now);
    }

    /** Lets a county follow from the next turn on. */
    public void want(Rollup what, int county) {
        Wall.whole(() -> store.begin(what, county));
    }

    /** What is kept of a county is thrown away and made anew with the next turn. */
    public void distrust(Rollup what, int county) {
        store.distrust(what, county);
    }

    /** Whether anything is kept of a county; not while all is to be made anew. */
    boolean kept(Rollup what, int county) {
        return store.find(what, county).map(RollupStore.Fold::seen).isPresent();
    }

    /** When a county was followed last; the epoch when never. */
    public Instant at(Rollup what, int county) {
        return store.at(what, county);
    }

    /**
     * Compares what is kept of a county with what the matters say, in one snapshot, so that nobody
     * waits and what happens meanwhile does no harm. What differs is made anew with the next turn.
     *
     * @return how many parts differ; empty while all is to be made anew
     */
    OptionalInt compare(Rollup what, int county) {
        follow(what, county);
        var differing =
                Wall.whole(() ->
                        Objects.requireNonNull(
                                snapshot.execute(_ ->
                                        store.find(what, county)
                                                .map(RollupStore.Fold::seen)
                                                .map(seen -> differing(what, county, seen))
                                                .orElse(OptionalInt.empty()))));
        if (differing.orElse(0) > 0) {
            Wall.whole(() -> store.distrust(what, county));
        }
        return differing;
    }

    private OptionalInt differing(Rollup what, int county, long seen) {
        return OptionalInt.of(what.differing(county, seen, clock.instant()));
    }
}
