package wanhu.topic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Wall;
import wanhu.matter.MatterTallies;
import wanhu.matter.ToldMatters;
import wanhu.matter.ToldMatters.Told;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;

/**
 * Places what was told since the last turn, beside the lives and never in their transactions, in
 * the order in which it was committed. Who holds the county's row places; what is kept in memory is
 * only a copy that is read again when another program went on.
 */
@Component
class TopicFold {
    /** Matters that one turn places, at most; the next goes on. */
    static final int TURN_MAX = 20_000;

    private static final int BATCH = 500;
    private static final int WORDS_FROM = Frequent.TEXTS_MIN;
    private static final UUID FIRST = new UUID(0, 0);

    private final GroupStore store;
    private final ToldMatters matters;
    private final MatterTallies tallies;
    private final Apart apart;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    TopicFold(
            GroupStore store,
            ToldMatters matters,
            MatterTallies tallies,
            Apart apart,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.matters = matters;
        this.tallies = tallies;
        this.apart = apart;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Kept(long version, Grouping grouping) {}

    /** Lets all counties follow whose topics somebody has read. */
    @Scheduled(
            fixedDelayString = "${wanhu.topic-tick:PT15S}",
            initialDelayString = "${wanhu.topic-tick:PT15S}")
    public void run() {
        store.counties().forEach(this::fold);
    }

    /**
     * Lets a county follow; does nothing while another program does so.
     *
     * @return whether all that was settled has been placed
     */
    boolean fold(int county) {
        return Wall.whole(() ->
                Objects.requireNonNull(
                        transaction.execute(_ -> {
                            store.begin(county);
                            return store.lock(county).map(row -> follow(county, row)).orElse(false);
                        })));
    }

    /** Lets a county follow from the next turn on. */
    void want(int county) {
        Wall.whole(() -> store.begin(county));
    }

    /** Throws the groups of a county away and places all anew. */
    void rebuild(int county) {
        Wall.whole(() ->
                transaction.executeWithoutResult(_ -> {
                    store.begin(county);
                    store.lock(county)
                            .ifPresent(row ->
                                    follow(
                                            county,
                                            new GroupStore.Fold(
                                                    null, FIRST, row.version(), row.texts())));
                }));
    }

    /** What this program has in memory is read again at the next turn. */
    void forget(int county) {
        kept.remove(county);
    }

    private boolean follow(int county, GroupStore.Fold row) {
        long settled = tallies.settled();
        var from = start(county, row, settled);
        var grouping = grouping(county, from);
        // A turn that fails leaves rows as they were, and the copy must not be ahead of them.
        kept.remove(county);
        var touched = new HashSet<UUID>();
        var after = new ToldMatters.After(number(from.xid()), from.last());
        int left = TURN_MAX;
        var batch = matters.list(county, after, settled, BATCH);
        while (!batch.isEmpty()) {
            var fresh = place(county, grouping, batch);
            touched.addAll(fresh.keySet());
            // What was placed once and is placed anew was sorted then.
            if (number(from.xid()) > 0) {
                apart.follow(county, fresh);
            }
            after = new ToldMatters.After(batch.getLast().xid(), batch.getLast().id());
            left -= batch.size();
            batch = left <= 0 ? List.of() : matters.list(county, after, settled, BATCH);
        }
        store.save(county, grouping);
        grouping.settle();
        name(county, touched);
        var next =
                new GroupStore.Fold(after.xid(), after.id(), row.version() + 1, grouping.texts());
        store.end(county, next, clock.instant());
        kept.put(county, new Kept(next.version(), grouping));
        return left > 0;
    }

    private static long number(@Nullable Long xid) {
        return xid == null ? 0 : xid;
    }

    /**
     * From the beginning when there is none, or when something that was placed is secret by now.
     */
    private GroupStore.Fold start(int county, GroupStore.Fold row, long settled) {
        var seen = row.xid();
        boolean anew = seen == null || seen > settled;
        if (!anew) {
            var hidden = matters.hiddenSince(county, number(seen));
            anew = !hidden.isEmpty() && store.grouped(county, hidden);
        }
        if (!anew) {
            return row;
        }
        store.clear(county);
        kept.remove(county);
        return new GroupStore.Fold(0L, FIRST, row.version(), 0);
    }

    private Grouping grouping(int county, GroupStore.Fold row) {
        var copy = kept.get(county);
        if (copy != null && copy.version() == row.version()) {
            return copy.grouping();
        }
        return new Grouping(row.texts(), store.frequency(county), store.alive(county));
    }

    private Map<UUID, List<Told>> place(int county, Grouping grouping, List<Told> batch) {
        var clusters = new ArrayList<UUID>();
        batch.forEach(told -> clusters.add(grouping.place(told)));
        store.join(county, batch, clusters);
        var fresh = new HashMap<UUID, List<Told>>();
        for (int at = 0; at < batch.size(); at++) {
            fresh.computeIfAbsent(clusters.get(at), _ -> new ArrayList<>()).add(batch.get(at));
        }
        return fresh;
    }

    private void name(int county, Set<UUID> touched) {
        for (UUID cluster : touched) {
            var sample = store.sample(county, cluster);
            if (sample.size() >= WORDS_FROM) {
                store.words(county, cluster, words(matters.named(county, sample)));
            }
        }
    }

    /** Of the titles; of what was told where the titles have nothing in common. */
    private static List<String> words(List<Told> told) {
        var words = Frequent.of(told.stream().map(Told::title).toList());
        return words.isEmpty() ? Frequent.of(told.stream().map(Told::text).toList()) : words;
    }

    @EventListener
    void follow(UnitMoved moved) {
        distrust(moved.county());
    }

    @EventListener
    void follow(UnitMerged merged) {
        distrust(merged.county());
    }

    /** Places have moved: what was near is no longer. */
    private void distrust(int county) {
        Wall.whole(() -> store.distrust(county));
        kept.remove(county);
    }
}
