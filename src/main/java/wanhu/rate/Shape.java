package wanhu.rate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import wanhu.org.Tree;
import wanhu.org.Unit;

/** Which units of a county lie above which, closed ones too: those in whose sums a unit counts. */
final class Shape {
    /** Of no unit. */
    static final Shape NONE = new Shape(Map.of());

    private static final long[] ODD = {
        0x9E37_79B9_7F4A_7C15L,
        0xC2B2_AE3D_27D4_EB4FL,
        0x1656_67B1_9E37_79F9L,
        0xD6E8_FEB8_6659_FD93L
    };

    private final Map<UUID, List<UUID>> above;
    private final long sign;

    private Shape(Map<UUID, List<UUID>> above) {
        this.above = above;
        long sum = 0;
        for (Map.Entry<UUID, List<UUID>> each : above.entrySet()) {
            for (UUID one : each.getValue()) {
                sum += mixed(each.getKey(), one);
            }
        }
        this.sign = sum;
    }

    /** That of a tree, down from the county. */
    static Shape of(Tree tree) {
        var above = new HashMap<UUID, List<UUID>>();
        tree.root()
                .ifPresent(root ->
                        tree.ever(root.path())
                                .forEach(id -> above.put(id, above(tree, root, tree.get(id)))));
        return new Shape(above);
    }

    private static List<UUID> above(Tree tree, Unit root, Unit unit) {
        var all = new ArrayList<UUID>();
        for (int depth = root.path().depth(); depth < unit.path().depth(); depth++) {
            tree.byPath(unit.path().atDepth(depth)).map(Unit::id).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static long mixed(UUID unit, UUID above) {
        long all =
                unit.getMostSignificantBits() * ODD[0]
                        + unit.getLeastSignificantBits() * ODD[1]
                        + above.getMostSignificantBits() * ODD[2]
                        + above.getLeastSignificantBits() * ODD[3];
        all = (all ^ all >>> 31) * ODD[0];
        return all ^ all >>> 29;
    }

    /** The units above one, the county first; none of a unit that is not of the county. */
    List<UUID> above(UUID unit) {
        return above.getOrDefault(unit, List.of());
    }

    /** Another one has another sign. */
    long sign() {
        return sign;
    }

    /** A unit and one above it. */
    record Pair(UUID unit, UUID above) {}

    /** Each unit with each above it. */
    List<Pair> pairs() {
        return above.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(one -> new Pair(each.getKey(), one)))
                .toList();
    }
}
