package wanhu.org;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * Judges the rows of an import against each other and against the tree, and gives each new unit its
 * place. Pure: the units of the tree are brought to it.
 */
final class ImportJudge {
    private static final int ORDINAL_MAX = 9999;

    /** A unit of the tree to which rows of the file refer. */
    record Standing(Unit unit, int nextChild) {}

    private final ImportRows rows;
    private final @Nullable OrgPath within;
    private final Map<Long, Standing> standing = new HashMap<>();
    private final boolean[] hasChildren;
    private final Set<Long> wanted = new HashSet<>();
    private final int[] ordinals;
    private final int[] used;
    private final Map<UUID, Integer> usedBelow = new HashMap<>();

    ImportJudge(ImportRows rows, @Nullable OrgPath within) {
        this.rows = rows;
        this.within = within;
        hasChildren = new boolean[rows.count()];
        ordinals = new int[rows.count()];
        used = new int[rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            int parent = rows.parentRow(row);
            if (parent != ImportRows.NONE) {
                hasChildren[parent] = true;
            } else if (rows.parent(row) != 0) {
                wanted.add(rows.parent(row));
            }
        }
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
    void bring(Standing found) {
        var unit = found.unit();
        long key = rows.key(unit.code());
        int row = rows.find(unit.code());
        if (row != ImportRows.NONE) {
            compare(row, unit);
        }
        if (wanted.contains(key) || (row != ImportRows.NONE && hasChildren[row])) {
            standing.put(key, found);
        }
    }

    private void compare(int row, Unit unit) {
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
        return found == null || !found.unit().live() ? null : found.unit().kind();
    }

    private void giveOrdinal(int row) {
        if (kindAbove(row, Level.TOWNSHIP)) {
            return;
        }
        var above = standing.get(rows.parent(row));
        int parent = rows.parentRow(row);
        int ordinal =
                above == null
                        ? ++used[parent]
                        : usedBelow.merge(
                                above.unit().id(), above.nextChild(), (now, _) -> now + 1);
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
        var above = standing.get(rows.parent(row));
        var parent = above == null ? path(rows.parentRow(row)) : above.unit().path();
        return parent.child(ordinals[row]);
    }

    /** County of a row without fault: that of its chain of parents, whatever its code says. */
    int county(int row) {
        int at = row;
        while (!kindAbove(at, Level.TOWNSHIP)) {
            var above = standing.get(rows.parent(at));
            if (above != null) {
                return above.unit().county();
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
    @Nullable Unit standingParent(int row) {
        var found = standing.get(rows.parent(row));
        return found == null ? null : found.unit();
    }

    /** County of a unit of the tree that gets children. */
    int countyOf(UUID unit) {
        return standing.values().stream()
                .map(Standing::unit)
                .filter(each -> each.id().equals(unit))
                .findFirst()
                .orElseThrow()
                .county();
    }

    /** Units of the tree that get children, with the last ordinal given. */
    Map<UUID, Integer> usedBelow() {
        return usedBelow;
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
