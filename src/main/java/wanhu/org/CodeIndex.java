package wanhu.org;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the first row with a code: open addressing over longs, so that a country of 665,000 units
 * takes 16 MB and not ten times that as strings.
 */
final class CodeIndex {
    static final int NONE = -1;
    private static final int FIRST_SIZE = 1 << 10;

    private final Map<String, Long> locals = new HashMap<>();
    private long[] keys = new long[FIRST_SIZE];
    private int[] rows = new int[FIRST_SIZE];
    private int count;

    /** The code as a number: its digits, or a negative one for a local code. Never 0. */
    long key(DivisionCode code) {
        return code.local()
                ? locals.computeIfAbsent(code.text(), _ -> -1L - locals.size())
                : Long.parseLong(code.text());
    }

    /** Gives the row that has the key already, or notes this row and gives {@link #NONE}. */
    int put(long key, int row) {
        if (count * 2 >= keys.length) {
            grow();
        }
        int at = slot(key);
        if (keys[at] == key) {
            return rows[at];
        }
        keys[at] = key;
        rows[at] = row;
        count++;
        return NONE;
    }

    int find(long key) {
        int at = slot(key);
        return keys[at] == key ? rows[at] : NONE;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        Arrays.fill(rows, NONE);
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldKeys[at] != 0) {
                int free = slot(oldKeys[at]);
                keys[free] = oldKeys[at];
                rows[free] = oldRows[at];
            }
        }
    }
}
