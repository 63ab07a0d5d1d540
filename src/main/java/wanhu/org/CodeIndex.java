package wanhu.org;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Finds the first row with a code: open addressing over numbers of rows, whose codes stand with the
 * rows, so that a country of 665,000 units takes 4 MB and not a hundred times that as strings.
 */
final class CodeIndex {
    static final int NONE = -1;

    /** Stands for a code that no row has. */
    static final long ABSENT = 0;

    private static final int FIRST_SIZE = 1 << 10;

    private final Map<String, Long> locals = new HashMap<>();
    private final IntToLongFunction codes;
    private int[] rows = emptied(FIRST_SIZE);
    private int count;

    /**
     * An empty one.
     *
     * @param codes the key of a row that has been put
     */
    CodeIndex(IntToLongFunction codes) {
        this.codes = codes;
    }

    /** The code as a number: its digits, or a negative one for a local code. Never 0. */
    long key(DivisionCode code) {
        return code.local()
                ? locals.computeIfAbsent(code.text(), _ -> -1L - locals.size())
                : Long.parseLong(code.text());
    }

    /** As {@link #key}, of a code that is well formed; {@link #ABSENT} when no row can have it. */
    long find(String code) {
        return code.charAt(0) == 'X' ? locals.getOrDefault(code, ABSENT) : Long.parseLong(code);
    }

    /** Gives the row that has the key already, or notes this row and gives {@link #NONE}. */
    int put(long key, int row) {
        if ((count + 1) * 4 > rows.length * 3) {
            grow();
        }
        int at = slot(key);
        if (rows[at] != NONE) {
            return rows[at];
        }
        rows[at] = row;
        count++;
        return NONE;
    }

    int find(long key) {
        return rows[slot(key)];
    }

    private int slot(long key) {
        int mask = rows.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (rows[at] != NONE && codes.applyAsLong(rows[at]) != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var old = rows;
        rows = emptied(old.length * 2);
        for (int row : old) {
            if (row != NONE) {
                rows[slot(codes.applyAsLong(row))] = row;
            }
        }
    }

    private static int[] emptied(int size) {
        var slots = new int[size];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
