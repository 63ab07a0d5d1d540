package wanhu.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import wanhu.matter.ToldMatters.Told;

/**
 * Puts each matter, as it comes in, into the group that it is most like, or begins one. No clock,
 * no chance: the same matters in the same order give the same groups. Groups rest when nothing like
 * them was told for {@link #REST}; so memory is bounded by what is told in that time, and by {@link
 * #GROUPS_MAX} whatever is told.
 */
final class Grouping {
    /** Groups in memory, at most. */
    static final int GROUPS_MAX = 8_192;

    /** So long a group waits for the next of its kind. */
    static final Duration REST = Duration.ofDays(60);

    /**
     * From this likeness a matter belongs to a group. Measured on real messages: the half of it
     * puts many more into groups, and they stay as pure; a larger one finds only what was copied.
     */
    static final float LIKENESS_MIN = 0.17f;

    /** What the same place adds to a likeness. */
    static final float PLACE_WEIGHT = 0.03f;

    /** Below this likeness of words the place does not help. */
    private static final float WORDS_MIN = LIKENESS_MIN - PLACE_WEIGHT;

    private static final int TEXT_FEATURES_MAX = 64;

    private final Rarity rarity;
    private final float[] scattered = new float[Grams.FEATURES];
    private final Map<UUID, Group> groups = new LinkedHashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Set<UUID> rested = new HashSet<>();
    private final Map<Integer, Integer> counted = new TreeMap<>();

    /**
     * Goes on from where another ended.
     *
     * @param frequency in how many of the texts each pair occurred
     */
    Grouping(int texts, int[] frequency, List<Group> alive) {
        rarity = new Rarity(texts, frequency);
        alive.forEach(each -> groups.put(each.id(), each));
    }

    static Grouping empty() {
        return new Grouping(0, new int[Grams.FEATURES], List.of());
    }

    int texts() {
        return rarity.texts();
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** Those that changed since {@link #settle}. */
    List<Group> changed() {
        return changed.stream().filter(groups::containsKey).map(groups::get).toList();
    }

    /** Those that went to rest since. */
    Set<UUID> rested() {
        return Set.copyOf(rested);
    }

    /** In how many more texts each pair occurred since. */
    Map<Integer, Integer> counted() {
        return Map.copyOf(counted);
    }

    /** What changed was written down. */
    void settle() {
        changed.clear();
        rested.clear();
        counted.clear();
    }

    /** The group to which a matter belongs from now on. */
    UUID place(Told told) {
        var grams = Grams.of(told.title(), told.text());
        count(grams);
        rest(told);
        int[] features = best(grams);
        var values = new float[features.length];
        scatter(grams, features, values);
        var found = found(told);
        clear(features);
        var group = found == null ? begun(told) : found;
        group.take(features, values, told, rarity);
        changed.add(group.id());
        return group.id();
    }

    private Group begun(Told told) {
        var begun = new Group(told.id(), new int[0], new float[0], List.of(), 0, told.reported());
        groups.put(begun.id(), begun);
        return begun;
    }

    private void count(Grams grams) {
        rarity.count(grams);
        for (int feature : grams.features()) {
            counted.merge(feature, 1, Integer::sum);
        }
    }

    private int[] best(Grams grams) {
        var order = new ArrayList<Integer>();
        for (int at = 0; at < grams.features().length; at++) {
            order.add(at);
        }
        order.sort((one, other) -> {
            int more = Float.compare(weight(grams, other), weight(grams, one));
            return more != 0 ? more : Integer.compare(one, other);
        });
        return order.stream()
                .limit(TEXT_FEATURES_MAX)
                .mapToInt(at -> grams.features()[at])
                .sorted()
                .toArray();
    }

    private float weight(Grams grams, int at) {
        return (1 + (float) Math.log(grams.counts()[at])) * rarity.of(grams.features()[at]);
    }

    private void scatter(Grams grams, int[] features, float[] values) {
        float length = 0;
        int at = 0;
        for (int each = 0; each < grams.features().length && at < features.length; each++) {
            if (grams.features()[each] == features[at]) {
                values[at] = 1 + (float) Math.log(grams.counts()[each]);
                float weight = values[at] * rarity.of(features[at]);
                scattered[features[at]] = weight;
                length += weight * weight;
                at++;
            }
        }
        float norm = length == 0 ? 1 : (float) Math.sqrt(length);
        for (int feature : features) {
            scattered[feature] /= norm;
        }
    }

    private void clear(int[] features) {
        for (int feature : features) {
            scattered[feature] = 0;
        }
    }

    private @org.jspecify.annotations.Nullable Group found(Told told) {
        Group best = null;
        float most = LIKENESS_MIN;
        for (Group group : groups.values()) {
            float words = group.likeness(scattered, rarity);
            if (words >= WORDS_MIN) {
                float likeness = words + PLACE_WEIGHT * group.nearness(told.place());
                boolean first = best == null || group.id().compareTo(best.id()) < 0;
                if (likeness > most || (likeness == most && first)) {
                    most = likeness;
                    best = group;
                }
            }
        }
        return best;
    }

    /** Lets go of what waited long enough, and of the smallest when there are too many. */
    private void rest(Told told) {
        if (texts() % 64 == 0) {
            var limit = told.reported().minus(REST);
            drop(groups.values().stream().filter(each -> each.last().isBefore(limit)).toList());
        }
        if (groups.size() >= GROUPS_MAX) {
            drop(
                    groups.values().stream()
                            .sorted(
                                    Comparator.comparingInt(Group::size)
                                            .thenComparing(Group::last)
                                            .thenComparing(Group::id))
                            .limit(GROUPS_MAX / 8)
                            .toList());
        }
    }

    private void drop(List<Group> those) {
        for (Group group : those) {
            groups.remove(group.id());
            changed.remove(group.id());
            rested.add(group.id());
        }
    }
}
