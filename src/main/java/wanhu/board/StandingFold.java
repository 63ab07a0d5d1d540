package wanhu.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.board.StandingStore.Kept;
import wanhu.matter.MatterStandings;
import wanhu.matter.MatterStandings.Own;
import wanhu.matter.MatterTallies.Cell;

/**
 * Counts anew where the open matters of a township stand, when something happened there or when
 * time alone has made one soon or late; the sums above are moved by the difference.
 */
@Component
class StandingFold {
    private static final int COUNTY_DEPTH = 3;
    private static final int TOWNSHIP_DEPTH = 4;

    private final StandingStore store;
    private final MatterStandings matters;

    StandingFold(StandingStore store, MatterStandings matters) {
        this.store = store;
        this.matters = matters;
    }

    void follow(int county, Collection<Cell> touched, Instant now) {
        for (OrgPath at : changed(county, touched, now)) {
            var counted = matters.own(county, at, now);
            var changes = new Changes<StandingStore.Key>();
            counted.forEach(each -> add(changes, each));
            for (Kept kept : store.own(county, at)) {
                keys(kept.key())
                        .forEach(key ->
                                changes.subtract(key, kept.open(), kept.soon(), kept.overdue()));
            }
            move(county, changes);
            store.turned(county, at, now, next(counted));
        }
    }

    /** Townships, and the county for what is its own. */
    private Set<OrgPath> changed(int county, Collection<Cell> touched, Instant now) {
        var places = new LinkedHashSet<OrgPath>();
        touched.forEach(cell -> places.add(turn(cell.place())));
        places.addAll(store.due(county, now));
        return places;
    }

    private static OrgPath turn(OrgPath place) {
        return place.atDepth(Math.min(place.depth(), TOWNSHIP_DEPTH));
    }

    void makeAll(int county, Instant now) {
        store.clear(county);
        var changes = new Changes<StandingStore.Key>();
        var turns = new HashMap<OrgPath, List<Own>>();
        for (Own own : matters.own(county, now)) {
            add(changes, own);
            turns.computeIfAbsent(turn(own.place()), _ -> new ArrayList<>()).add(own);
        }
        move(county, changes);
        for (Map.Entry<OrgPath, List<Own>> each : turns.entrySet()) {
            store.turned(county, each.getKey(), now, next(each.getValue()));
        }
    }

    private static void add(Changes<StandingStore.Key> changes, Own own) {
        keys(new StandingStore.Key(false, own.place(), own.stage()))
                .forEach(key -> changes.add(key, own.open(), own.soon(), own.overdue()));
    }

    /** The rows in which what stands at a place itself is counted. */
    private static Stream<StandingStore.Key> keys(StandingStore.Key own) {
        return Stream.concat(
                Stream.of(own),
                Stream.iterate(
                                COUNTY_DEPTH,
                                depth -> depth <= own.place().depth(),
                                depth -> depth + 1)
                        .map(depth ->
                                new StandingStore.Key(
                                        true, own.place().atDepth(depth), own.stage())));
    }

    private void move(int county, Changes<StandingStore.Key> changes) {
        var rows = changes.rows();
        if (!rows.isEmpty()) {
            store.move(county, rows);
        }
    }

    private static @Nullable Instant next(List<Own> counted) {
        return counted.stream()
                .map(Own::next)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** How many townships are not as their matters are, leaving out those that will be counted. */
    int differing(int county, Collection<Cell> touched, Instant now) {
        var kept = new HashSet<>(store.own(county));
        var counted = new HashSet<Kept>();
        for (Own own : matters.own(county, now)) {
            var key = new StandingStore.Key(false, own.place(), own.stage());
            counted.add(new Kept(key, own.open(), own.soon(), own.overdue()));
        }
        var places = new HashSet<OrgPath>();
        Stream.of(kept, counted)
                .flatMap(Set::stream)
                .filter(each -> !kept.contains(each) || !counted.contains(each))
                .forEach(each -> places.add(turn(each.key().place())));
        places.removeAll(changed(county, touched, now));
        return places.size() + store.unsummed(county);
    }
}
