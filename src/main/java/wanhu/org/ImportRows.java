package wanhu.org;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has to be remembered of each row of an import, as columns of numbers: about 35 bytes a row.
 * The texts stay in the file and are read a second time.
 */
final class ImportRows {
    static final int NONE = CodeIndex.NONE;
    private static final List<UnitKind> KINDS = List.of(UnitKind.values());
    private static final Pattern FILLED = Pattern.compile("(\\d{6}|\\d{6}(?!000)\\d{3})0+");
    private static final int FULL = 12;
    private static final int COUNTY_MAX = 999_999;
    private static final int FIRST_SIZE = 1 << 10;

    private final CodeIndex index = new CodeIndex(this::code);
    private int count;
    private long[] codes = new long[FIRST_SIZE];
    private long[] parents = new long[FIRST_SIZE];
    private int[] nameHashes = new int[FIRST_SIZE];
    private int[] faults = new int[FIRST_SIZE];
    private byte[] kinds = new byte[FIRST_SIZE];
    private boolean[] known = new boolean[FIRST_SIZE];

    int count() {
        return count;
    }

    /** Key of the row's code; 0 when it has none that is well formed. */
    long code(int row) {
        return codes[row];
    }

    /** Key of the parent's code; 0 when there is none. */
    long parent(int row) {
        return parents[row];
    }

    int parentRow(int row) {
        return parents[row] == 0 ? NONE : index.find(parents[row]);
    }

    /** Key of a unit's code; 0 when no row names it. */
    long key(String code) {
        return index.find(code);
    }

    /** The row with that key, if the file has one. */
    int find(long key) {
        return key == CodeIndex.ABSENT ? NONE : index.find(key);
    }

    /** The kind; a row without one has a fault and counts as something else. */
    UnitKind kind(int row) {
        return kinds[row] < 0 ? UnitKind.OTHER : KINDS.get(kinds[row]);
    }

    boolean hasKind(int row) {
        return kinds[row] >= 0;
    }

    boolean named(int row, String name) {
        return nameHashes[row] == name.hashCode();
    }

    /** Whether the tree has the unit already, the same. */
    boolean known(int row) {
        return known[row];
    }

    void markKnown(int row) {
        known[row] = true;
    }

    void fault(int row, ImportFault fault) {
        faults[row] |= fault.bit();
    }

    boolean faulty(int row) {
        return faults[row] != 0;
    }

    List<ImportFault> faults(int row) {
        return Arrays.stream(ImportFault.values())
                .filter(fault -> (faults[row] & fault.bit()) != 0)
                .toList();
    }

    /** The six digits in which the code of the row says that it lies; 0 for a local code. */
    int countyByCode(int row) {
        long code = Math.max(0, codes[row]);
        while (code > COUNTY_MAX) {
            code /= 10;
        }
        while (code > 0 && code <= COUNTY_MAX / 10) {
            code *= 10;
        }
        return (int) code;
    }

    /** Reads one row: what can be seen in the row alone, and duplicates. */
    void add(ImportRow row) {
        int at = newRow();
        var found = row.unitKind();
        kinds[at] = found.map(kind -> (byte) KINDS.indexOf(kind)).orElse((byte) NONE);
        if (found.isEmpty()) {
            fault(at, ImportFault.LEVEL);
        }
        nameHashes[at] = row.name().hashCode();
        checkName(at, row.name());
        var own = row.divisionCode(found.orElse(null));
        if (own.isEmpty()) {
            fault(at, ImportFault.CODE);
        } else {
            codes[at] = index.key(own.get());
            if (index.put(codes[at], at) != NONE) {
                fault(at, ImportFault.DUPLICATE);
            }
        }
        if (!row.parent().isEmpty()) {
            addParent(at, row.parent(), own.flatMap(DivisionCode::parent));
        }
    }

    /** Of a county and above, the parent's code has to be the beginning of its own. */
    private void addParent(int at, String typed, Optional<DivisionCode> expected) {
        var code =
                expected.flatMap(DivisionCode::level)
                        .flatMap(level -> DivisionCode.find(typed, level))
                        .or(() -> DivisionCode.find(unfilled(typed)));
        boolean high =
                kind(at).territorial() && !Level.COUNTY.above(kind(at).level()) && hasKind(at);
        if (code.isEmpty() || (high && !code.equals(expected))) {
            fault(at, ImportFault.PARENT_CODE);
        } else {
            parents[at] = index.key(code.get());
        }
    }

    private static String unfilled(String typed) {
        var filled = FILLED.matcher(typed);
        return typed.length() == FULL && filled.matches() ? filled.group(1) : typed;
    }

    private void checkName(int at, String name) {
        if (name.isEmpty()) {
            fault(at, ImportFault.NAME_EMPTY);
        } else if (name.length() > Unit.NAME_MAX) {
            fault(at, ImportFault.NAME_LONG);
        }
        if (!UnitNames.properCharacters(name)) {
            fault(at, ImportFault.NAME_CHARACTERS);
        }
    }

    private int newRow() {
        if (count == codes.length) {
            int size = count + (count >> 1);
            codes = Arrays.copyOf(codes, size);
            parents = Arrays.copyOf(parents, size);
            nameHashes = Arrays.copyOf(nameHashes, size);
            faults = Arrays.copyOf(faults, size);
            kinds = Arrays.copyOf(kinds, size);
            known = Arrays.copyOf(known, size);
        }
        return count++;
    }
}
