package wanhu.duty;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.TableFile;
import wanhu.org.Tree;
import wanhu.org.Unit;

/** The rows of a file of duty items: which are good, and what is wrong with the others. */
final class DutyTable implements TableFile.Rows {
    /** Most items of an edition; the average township has 340. */
    static final int ITEMS_MAX = 5_000;

    private static final int CODE_MAX = 20;
    private static final int TEXT_MAX = 500;
    private static final int DUTY_MAX = 2_000;
    private static final int BASIS_MAX = 1_000;
    private static final int LEAD_MAX = 80;
    private static final UUID NO_EDITION = Ids.next();

    private final Tree tree;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> unknownLeads = new TreeSet<>();
    private final List<DutyItem> items = new ArrayList<>();
    private final List<DutyReport.BadRow> bad = new ArrayList<>();
    private @Nullable Map<DutyColumn, Integer> columns;
    private int rows;

    private DutyTable(Tree tree) {
        this.tree = tree;
    }

    /**
     * Reads and judges a file.
     *
     * @throws Refused when it is no table, lacks a column, or is empty or too long
     */
    static DutyTable read(Path file, Tree tree) {
        var table = new DutyTable(tree);
        TableFile.read(file, table);
        if (table.rows == 0) {
            throw new Refused(Refused.Kind.INVALID, "duty.refused.empty");
        }
        return table;
    }

    List<DutyItem> items() {
        return items;
    }

    DutyReport report() {
        return new DutyReport(
                rows,
                count(DutyKind.BASIC),
                count(DutyKind.COOPERATIVE),
                count(DutyKind.TAKEN_BACK),
                bad.size(),
                bad,
                List.copyOf(unknownLeads));
    }

    @Override
    public void row(int number, List<String> cells) {
        if (columns == null) {
            columns = DutyColumn.of(cells);
            return;
        }
        if (++rows > ITEMS_MAX) {
            throw new Refused(Refused.Kind.TOO_LARGE, "duty.refused.many", ITEMS_MAX);
        }
        var typed = new HashMap<DutyColumn, String>();
        columns.forEach(
                (column, at) -> typed.put(column, at < cells.size() ? cells.get(at).strip() : ""));
        var kind = DutyColumn.kind(typed.getOrDefault(DutyColumn.KIND, ""));
        var faults = faults(typed, kind);
        if (faults.isEmpty()) {
            items.add(item(typed, kind.orElseThrow()));
        } else {
            var code = typed.getOrDefault(DutyColumn.CODE, "");
            bad.add(
                    new DutyReport.BadRow(
                            number, code, typed.getOrDefault(DutyColumn.TEXT, ""), faults));
        }
    }

    private List<String> faults(Map<DutyColumn, String> typed, Optional<DutyKind> kind) {
        var faults = new ArrayList<String>();
        var code = typed.getOrDefault(DutyColumn.CODE, "");
        if (code.isEmpty() || code.length() > CODE_MAX) {
            faults.add("code");
        } else if (!codes.add(code)) {
            faults.add("duplicate");
        }
        if (kind.isEmpty()) {
            faults.add("kind");
        }
        check(typed, DutyColumn.TEXT, TEXT_MAX, faults);
        check(typed, DutyColumn.BASIS, BASIS_MAX, faults);
        if (kind.filter(each -> each != DutyKind.BASIC).isPresent()) {
            check(typed, DutyColumn.LEAD, LEAD_MAX, faults);
        }
        for (DutyColumn column : List.of(DutyColumn.UPPER, DutyColumn.OWN)) {
            if (typed.getOrDefault(column, "").length() > DUTY_MAX) {
                faults.add("long");
            }
        }
        return faults;
    }

    private static void check(
            Map<DutyColumn, String> typed, DutyColumn column, int longest, List<String> faults) {
        var value = typed.getOrDefault(column, "");
        if (value.isEmpty() || value.length() > longest) {
            faults.add(column.word());
        }
    }

    private DutyItem item(Map<DutyColumn, String> typed, DutyKind kind) {
        var lead = typed.getOrDefault(DutyColumn.LEAD, "");
        var unit = lead.isEmpty() ? Optional.<UUID>empty() : unit(lead);
        if (!lead.isEmpty() && unit.isEmpty()) {
            unknownLeads.add(lead);
        }
        return new DutyItem(
                NO_EDITION,
                typed.getOrDefault(DutyColumn.CODE, ""),
                kind,
                rows,
                typed.getOrDefault(DutyColumn.TEXT, ""),
                lead,
                unit.orElse(null),
                typed.getOrDefault(DutyColumn.UPPER, ""),
                typed.getOrDefault(DutyColumn.OWN, ""),
                typed.getOrDefault(DutyColumn.BASIS, ""),
                DutyColumn.categories(typed.getOrDefault(DutyColumn.CATEGORIES, "")));
    }

    private Optional<UUID> unit(String name) {
        return tree.departments().stream()
                .filter(unit -> unit.name().equals(name))
                .map(Unit::id)
                .findFirst();
    }

    private int count(DutyKind kind) {
        return (int) items.stream().filter(item -> item.kind() == kind).count();
    }
}
