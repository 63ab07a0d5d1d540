package wanhu.topic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.matter.ToldMatters;
import wanhu.matter.ToldMatters.Told;

/**
 * Learns from who took a topic apart: what is told later and falls into the group goes where the
 * matters are that it is most like, those that stayed or those that were taken out.
 */
@Component
class Apart {
    private final TopicStore store;
    private final GroupStore groups;
    private final ToldMatters matters;

    Apart(TopicStore store, GroupStore groups, ToldMatters matters) {
        this.store = store;
        this.groups = groups;
        this.matters = matters;
    }

    /** Puts new matters of groups into the topics that were taken out of these. */
    void follow(int county, Map<UUID, List<Told>> fresh) {
        store.parents(county, fresh.keySet())
                .forEach(group -> sort(county, group, fresh.getOrDefault(group, List.of())));
    }

    private void sort(int county, UUID group, List<Told> fresh) {
        var children = store.children(county, group);
        var sides = new HashMap<UUID, List<Told>>();
        var taken = new HashSet<UUID>();
        for (UUID child : children) {
            var pinned = store.pinned(county, child);
            taken.addAll(pinned);
            sides.put(child, matters.named(county, pinned));
        }
        fresh.forEach(told -> taken.add(told.id()));
        var stayed =
                groups.sample(county, group).stream().filter(id -> !taken.contains(id)).toList();
        sides.put(group, matters.named(county, stayed));
        for (Told told : fresh) {
            nearest(told, sides)
                    .filter(side -> !side.equals(group))
                    .ifPresent(side ->
                            store.pin(
                                    county,
                                    List.of(told.id()),
                                    new TopicStore.Pinned(side, group, false)));
        }
    }

    private static Optional<UUID> nearest(Told told, Map<UUID, List<Told>> sides) {
        return sides.entrySet().stream()
                .max(java.util.Comparator.comparingDouble(side -> likeness(told, side.getValue())))
                .map(Map.Entry::getKey);
    }

    /** Mean share of common pairs. */
    private static double likeness(Told told, List<Told> side) {
        var own = pairs(told);
        return side.stream()
                .mapToDouble(other -> {
                    var both = new HashSet<>(own);
                    var theirs = pairs(other);
                    both.retainAll(theirs);
                    int all = own.size() + theirs.size() - both.size();
                    return all == 0 ? 0 : (double) both.size() / all;
                })
                .average()
                .orElse(0);
    }

    private static Set<Integer> pairs(Told told) {
        var pairs = new HashSet<Integer>();
        for (int feature : Grams.of(told.title(), told.text()).features()) {
            pairs.add(feature);
        }
        return pairs;
    }
}
