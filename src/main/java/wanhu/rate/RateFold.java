package wanhu.rate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.board.Rollup;
import wanhu.board.Rollups;
import wanhu.matter.RatedMatters;
import wanhu.org.Tree;
import wanhu.org.UnitMerged;
import wanhu.org.Units;
import wanhu.promise.KeptPromises;
import wanhu.promise.KeptPromises.Kept;

/**
 * Lets the rates follow what happens: takes all matters touched since, makes their findings anew
 * and moves the sums by the difference.
 */
@Component
class RateFold implements Rollup {
    /** With more matters than this all are folded anew. */
    static final int MATTERS_MAX = 20_000;

    private static final int BATCH = 1_000;

    private static final UUID NOBODY = new UUID(0, 0);

    private final RateItems store;
    private final KeptSums sums;
    private final RatedMatters matters;
    private final KeptPromises promises;
    private final Rollups rollups;
    private final Units units;

    /** Of the trees that are in memory, for as long as they are. */
    private final Map<Tree, Shape> shapes = Collections.synchronizedMap(new WeakHashMap<>());

    RateFold(
            RateItems store,
            KeptSums sums,
            RatedMatters matters,
            KeptPromises promises,
            Rollups rollups,
            Units units) {
        this.store = store;
        this.sums = sums;
        this.matters = matters;
        this.promises = promises;
        this.rollups = rollups;
        this.units = units;
    }

    /** Lets all counties follow whose rates somebody has read. */
    @Scheduled(
            fixedDelayString = "${wanhu.rate-tick:PT4S}",
            initialDelayString = "${wanhu.rate-tick:PT4S}")
    public void run() {
        rollups.follow(this);
    }

    @Override
    public String room() {
        return "rate";
    }

    @Override
    public boolean follow(int county, long seen, Instant now) {
        var ids = changed(county, seen, now);
        if (ids.size() > MATTERS_MAX) {
            return false;
        }
        var shape = shape(county);
        boolean same = sums.made(county, shape);
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += BATCH) {
            var some = all.subList(from, Math.min(all.size(), from + BATCH));
            renew(county, some, now, same ? shape : Shape.NONE);
        }
        if (!same) {
            sums.make(county, shape);
        }
        return true;
    }

    private Shape shape(int county) {
        return shapes.computeIfAbsent(units.tree(county), Shape::of);
    }

    private Set<UUID> changed(int county, long seen, Instant now) {
        var ids = new TreeSet<>(matters.touched(county, seen, MATTERS_MAX + 1));
        ids.addAll(store.due(county, now, MATTERS_MAX + 1));
        return ids;
    }

    @Override
    public void makeAll(int county, Instant now) {
        store.clear(county);
        everyone(county, ids -> renew(county, ids, now, Shape.NONE));
        sums.make(county, shape(county));
    }

    private void everyone(int county, Consumer<List<UUID>> some) {
        var ids = matters.after(county, NOBODY, BATCH);
        while (!ids.isEmpty()) {
            some.accept(ids);
            ids = matters.after(county, ids.getLast(), BATCH);
        }
    }

    @Override
    public int differing(int county, long seen, Instant now) {
        var unlike = new HashSet<UUID>();
        everyone(county, ids -> unlike.addAll(unlike(county, ids, now)));
        unlike.removeAll(changed(county, seen, now));
        var shape = shape(county);
        return unlike.size()
                + sums.unsummed(county)
                + (sums.made(county, shape) ? sums.unsummed(county, shape) : 0);
    }

    /** The matters of which something else is kept than what is found. */
    private Set<UUID> unlike(int county, List<UUID> ids, Instant now) {
        var kept = new HashSet<>(store.items(county, ids));
        var found = new HashSet<>(found(county, ids, now).items());
        return Stream.of(kept, found)
                .flatMap(Set::stream)
                .filter(item -> !kept.contains(item) || !found.contains(item))
                .map(Item::matter)
                .collect(Collectors.toSet());
    }

    private void renew(int county, List<UUID> ids, Instant now, Shape shape) {
        var changes = new HashMap<KeptSums.Key, Integer>();
        store.items(county, ids).forEach(item -> count(changes, shape, item, -1));
        store.forget(county, ids);
        var found = found(county, ids, now);
        found.items().forEach(item -> count(changes, shape, item, 1));
        store.add(county, found.items());
        store.await(county, found.pending());
        sums.change(county, changes);
    }

    /**
     * What is found of some matters, and which of them are to be looked at again without a step.
     */
    private record Found(List<Item> items, Map<UUID, Instant> pending) {}

    private Found found(int county, List<UUID> ids, Instant now) {
        var items = new ArrayList<Item>();
        var pending = new HashMap<UUID, Instant>();
        var kept = kept(county, ids);
        var left = store.left(county, ids);
        for (RatedMatters.Rated matter : matters.list(county, ids)) {
            boolean excluded = left.contains(new RateItems.Left(matter.id(), matter.unit()));
            var found =
                    Findings.of(matter, kept.getOrDefault(matter.id(), List.of()), excluded, now);
            items.addAll(found.items());
            var next = found.next();
            if (next != null) {
                pending.put(matter.id(), next);
            }
        }
        return new Found(items, pending);
    }

    private Map<UUID, List<Kept>> kept(int county, List<UUID> ids) {
        return promises.list(county, ids).stream().collect(Collectors.groupingBy(Kept::subject));
    }

    /**
     * Each item is in the sums of its category and of any, of its unit and of what lies below each
     * unit above it.
     */
    private static void count(Map<KeptSums.Key, Integer> changes, Shape shape, Item item, int n) {
        for (String category : List.of(item.category(), RateItems.ANY)) {
            changes.merge(key(category, item.unit(), false, item), n, Integer::sum);
            for (UUID above : shape.above(item.unit())) {
                changes.merge(key(category, above, true, item), n, Integer::sum);
            }
        }
    }

    private static KeptSums.Key key(String category, UUID unit, boolean below, Item item) {
        return new KeptSums.Key(
                category, item.month(), unit, below, item.finding(), item.excluded());
    }

    /** What was open and with the closed unit is with another from now on. */
    @EventListener
    void follow(UnitMerged merged) {
        rollups.distrust(this, merged.county());
    }
}
