package wanhu.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wanhu.base.OrgPath;
import wanhu.matter.ToldMatters.Told;

/**
 * Matters that tell much the same, as their common pairs of characters. Small, since thousands are
 * in memory.
 */
final class Group {
    /** Pairs that are kept, at most. */
    static final int FEATURES_MAX = 96;

    /** Villages that are kept, the latest first. */
    static final int PLACES_MAX = 8;

    private final UUID id;
    private int[] features;
    private float[] weights;
    private List<String> places;
    private int size;
    private Instant last;

    Group(UUID id, int[] features, float[] weights, List<String> places, int size, Instant last) {
        this.id = id;
        this.features = features;
        this.weights = weights;
        this.places = List.copyOf(places);
        this.size = size;
        this.last = last;
    }

    /** Id of its first matter. */
    UUID id() {
        return id;
    }

    int[] features() {
        return features;
    }

    float[] weights() {
        return weights;
    }

    List<String> places() {
        return places;
    }

    int size() {
        return size;
    }

    /** When the last of its matters was reported. */
    Instant last() {
        return last;
    }

    /** Likeness to a text that lies scattered by feature at length one, 0 to 1. */
    float likeness(float[] scattered, Rarity rarity) {
        float product = 0;
        float length = 0;
        for (int at = 0; at < features.length; at++) {
            float weight = weights[at] * rarity.of(features[at]);
            product += weight * scattered[features[at]];
            length += weight * weight;
        }
        return length == 0 ? 0 : product / (float) Math.sqrt(length);
    }

    /** How near its places are: 1 the same village, 0.5 the same township, 0 elsewhere. */
    float nearness(OrgPath place) {
        float best = 0;
        for (String each : places) {
            if (each.equals(village(place))) {
                return 1;
            }
            if (township(each).equals(township(place.text()))) {
                best = 0.5f;
            }
        }
        return best;
    }

    private static String village(OrgPath place) {
        return place.text().substring(0, Math.min(19, place.text().length()));
    }

    private static String township(String path) {
        return path.substring(0, Math.min(14, path.length()));
    }

    /** Takes a matter in. */
    void take(int[] more, float[] values, Told told, Rarity rarity) {
        merge(more, values);
        if (features.length > FEATURES_MAX) {
            cut(rarity);
        }
        size++;
        last = told.reported().isAfter(last) ? told.reported() : last;
        var here = village(told.place());
        var next = new ArrayList<String>();
        next.add(here);
        places.stream()
                .filter(each -> !each.equals(here))
                .limit(PLACES_MAX - 1L)
                .forEach(next::add);
        places = List.copyOf(next);
    }

    private void merge(int[] more, float[] values) {
        var keys = new int[features.length + more.length];
        var sums = new float[keys.length];
        int mine = 0;
        int theirs = 0;
        int count = 0;
        while (mine < features.length || theirs < more.length) {
            boolean left =
                    theirs == more.length
                            || (mine < features.length && features[mine] <= more[theirs]);
            boolean right =
                    mine == features.length
                            || (theirs < more.length && more[theirs] <= features[mine]);
            keys[count] = left ? features[mine] : more[theirs];
            sums[count] = (left ? weights[mine++] : 0) + (right ? values[theirs++] : 0);
            count++;
        }
        features = java.util.Arrays.copyOf(keys, count);
        weights = java.util.Arrays.copyOf(sums, count);
    }

    /** Keeps the pairs that say most; of equals those with the smaller number. */
    private void cut(Rarity rarity) {
        var order = new ArrayList<Integer>();
        for (int at = 0; at < features.length; at++) {
            order.add(at);
        }
        order.sort((one, other) -> {
            int more =
                    Float.compare(
                            weights[other] * rarity.of(features[other]),
                            weights[one] * rarity.of(features[one]));
            return more != 0 ? more : Integer.compare(features[one], features[other]);
        });
        var kept = order.subList(0, FEATURES_MAX).stream().mapToInt(at -> at).sorted().toArray();
        var keys = new int[kept.length];
        var sums = new float[kept.length];
        for (int at = 0; at < kept.length; at++) {
            keys[at] = features[kept[at]];
            sums[at] = weights[kept[at]];
        }
        features = keys;
        weights = sums;
    }
}
