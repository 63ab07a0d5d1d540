package wanhu.board;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By how much figures of rows are to be moved; rows of which nothing changes are none of it. */
final class Changes<K> {
    private final Map<K, int[]> moved = new HashMap<>();

    /** A row and by how much its figures are moved. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row<K>(K key, int[] figures) {}

    void add(K key, int... figures) {
        move(key, 1, figures);
    }

    void subtract(K key, int... figures) {
        move(key, -1, figures);
    }

    private void move(K key, int sign, int... figures) {
        var sums = moved.computeIfAbsent(key, _ -> new int[figures.length]);
        for (int at = 0; at < figures.length; at++) {
            sums[at] += sign * figures[at];
        }
    }

    List<Row<K>> rows() {
        return moved.entrySet().stream()
                .filter(each -> Arrays.stream(each.getValue()).anyMatch(n -> n != 0))
                .map(each -> new Row<>(each.getKey(), each.getValue()))
                .toList();
    }
}
