package wanhu.org;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * Judges the rows of an import against each other and against the tree, and gives each new unit its
 * place. Pure: the units of the tree are brought to it.
 */
final class ImportJudge {
    private static final int ORDINAL_MAX = 9999;

    /**
     * A unit of the tree.
     *
     * @param standing it, when rows of the file stand under it
     */
    record Brought(
            String code, String name, UnitKind kind, boolean live, Supplier<Standing> standing) {}

    private final ImportRows rows;
    private final @Nullable OrgPath within;
    private final Map<Long, Standing> standing = new HashMap<>();
    private final BitSet hasChildren = new BitSet();

    /** Keys of the parents that the file has not, ascending. */
    private final long[] wanted;

    private final int[] ordinals;
    private final int[] used;

    /** The parent whose path was asked for last: rows of one mostly follow each other. */
    private long lastParent;

    private @Nullable OrgPath lastPath;

    ImportJudge(ImportRows rows, @Nullable OrgPath within) {
        this.rows = rows;
        this.within = within;
        ordinals = new int[rows.count()];
        used = new int[rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            int parent = rows.parentRow(row);
            if (parent != ImportRows.NONE) {
                hasChildren.set(parent);
            }
        }
        wanted =
                IntStream.range(0, rows.count())
                        .filter(row -> rows.parentRow(row) == ImportRows.NONE)
                        .mapToLong(rows::parent)
                        .filter(parent -> parent != CodeIndex.ABSENT)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** Whether other rows stand under it. */
    boolean hasChildren(int row) {
        return hasChildren.get(row);
    }

    /** The counties whose units have to be brought. */
    Set<Integer> counties() {
        var counties = new TreeSet<Integer>();
        for (int row = 0; row < rows.count(); row++) {
            int county = rows.countyByCode(row);
            counties.add(county);
            if (kindAbove(row, Level.TOWNSHIP)) {
                counties.add(county / 100 * 100);
                counties.add(county / 10_000 * 10_000);
            }
        }
        if (within != null) {
            counties.add(
                    Integer.valueOf((within.text().replace(".", "") + "0000").substring(0, 6)));
        }
        counties.remove(0);
        return counties;
    }

    /** Takes a unit of the tree. */
    void bring(Brought unit) {
        long key = rows.key(unit.code());
        int row = rows.find(key);
        if (row != ImportRows.NONE) {
            compare(row, unit);
        }
        boolean above =
                row == ImportRows.NONE
                        ? Arrays.binarySearch(wanted, key) >= 0
                        : hasChildren.get(row);
        if (above) {
            standing.put(key, unit.standing().get());
        }
    }

    private void compare(int row, Brought unit) {
        if (!unit.live()) {
            rows.fault(row, ImportFault.CODE_CLOSED);
        } else if (rows.named(row, unit.name()) && rows.kind(row) == unit.kind()) {
            rows.markKnown(row);
        } else {
            rows.fault(row, ImportFault.DIFFERS);
        }
    }

    /** Judges all rows; afterwards each without fault that is not known has a place. */
    void judge() {
        markCycles();
        for (int row = 0; row < rows.count(); row++) {
            judgeParent(row);
        }
        for (int row = 0; row < rows.count(); row++) {
            if (!rows.faulty(row) && !rows.known(row)) {
                giveOrdinal(row);
            }
        }
        for (int row = 0; row < rows.count(); row++) {
            if (within != null && !rows.faulty(row) && !rows.known(row)) {
                judgeScope(row, within);
            }
        }
    }

    private void judgeParent(int row) {
        boolean high = kindAbove(row, Level.TOWNSHIP);
        var above = parentKind(row);
        if (above == null) {
            if (!high) {
                rows.fault(row, ImportFault.ORPHAN);
            }
        } else if (rows.hasKind(row) && !rows.kind(row).fitsUnder(above)) {
            rows.fault(row, ImportFault.LEVEL_MISMATCH);
        }
    }

    private @Nullable UnitKind parentKind(int row) {
        int parent = rows.parentRow(row);
        if (parent != ImportRows.NONE) {
            return rows.kind(parent);
        }
        var found = standing.get(rows.parent(row));
        return found == null || !found.live() ? null : found.kind();
    }

    private void giveOrdinal(int row) {
        if (kindAbove(row, Level.TOWNSHIP)) {
            return;
        }
        var above = standing.get(rows.parent(row));
        int parent = rows.parentRow(row);
        int ordinal = above == null ? ++used[parent] : above.give();
        if (ordinal > ORDINAL_MAX) {
            rows.fault(row, ImportFault.FULL);
        }
        ordinals[row] = ordinal;
    }

    private void judgeScope(int row, OrgPath scope) {
        if (!anchored(row) || !scope.contains(path(row))) {
            rows.fault(row, ImportFault.OUTSIDE);
        }
    }

    /** Whether the row's chain of parents ends in the tree or in a county and has no fault. */
    private boolean anchored(int row) {
        int at = row;
        while (!kindAbove(at, Level.TOWNSHIP) && !standing.containsKey(rows.parent(at))) {
            at = rows.parentRow(at);
            if (at == ImportRows.NONE || rows.faulty(at)) {
                return false;
            }
        }
        return true;
    }

    /** Place of a row without fault. */
    OrgPath path(int row) {
        if (kindAbove(row, Level.TOWNSHIP)) {
            return OrgPath.ofDivision(Long.toString(rows.code(row)));
        }
        return pathOfParent(row).child(ordinals[row]);
    }

    private OrgPath pathOfParent(int row) {
        long parent = rows.parent(row);
        if (lastPath == null || parent != lastParent) {
            var above = standing.get(parent);
            var found = above == null ? path(rows.parentRow(row)) : above.path();
            lastParent = parent;
            lastPath = found;
        }
        return lastPath;
    }

    /** County of a row without fault: that of its chain of parents, whatever its code says. */
    int county(int row) {
        int at = row;
        while (!kindAbove(at, Level.TOWNSHIP)) {
            var above = standing.get(rows.parent(at));
            if (above != null) {
                return above.county();
            }
            at = rows.parentRow(at);
        }
        return rows.countyByCode(at);
    }

    int ordinal(int row) {
        return ordinals[row];
    }

    /** The next ordinal below a new unit. */
    int nextChild(int row) {
        return used[row] + 1;
    }

    /** The unit of the tree directly above the row, if it is one of the tree. */
    @Nullable Standing standingParent(int row) {
        return standing.get(rows.parent(row));
    }

    /** Units of the tree that get children. */
    List<Standing> gave() {
        return standing.values().stream().filter(Standing::gave).toList();
    }

    private boolean kindAbove(int row, Level level) {
        return rows.hasKind(row)
                && rows.kind(row).territorial()
                && rows.kind(row).level().above(level);
    }

    /** Each row has one parent at most: walks up from each and sees whether it comes back. */
    private void markCycles() {
        var state = new byte[rows.count()];
        for (int start = 0; start < rows.count(); start++) {
            int at = start;
            while (at != ImportRows.NONE && state[at] == 0) {
                state[at] = 1;
                at = rows.parentRow(at);
            }
            if (at != ImportRows.NONE && state[at] == 1) {
                markCycle(at);
            }
            at = start;
            while (at != ImportRows.NONE && state[at] == 1) {
                state[at] = 2;
                at = rows.parentRow(at);
            }
        }
    }

    private void markCycle(int start) {
        int at = start;
        do {
            rows.fault(at, ImportFault.CYCLE);
            at = rows.parentRow(at);
        } while (at != start);
    }
}
