package wanhu.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wanhu.base.OrgPath;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.shell.Choice;

/** How units are called on pages, and lists of them to choose from. */
record Names(Tree tree) {
    private static final int CHOICES_MAX = 1_500;

    /** The unit's own name. */
    String unit(UUID id) {
        return tree.find(id).map(Unit::name).orElse("");
    }

    /** The unit with the township in which it lies: 六家子镇九家子村. */
    String place(UUID id) {
        return tree.find(id).map(this::place).orElse("");
    }

    /** The unit at a place of the tree. */
    String at(OrgPath path) {
        return tree.byPath(path).map(this::place).orElse("");
    }

    private String place(Unit unit) {
        var names = new ArrayList<String>();
        names.add(unit.name());
        for (Unit above : tree.ancestors(unit.id())) {
            boolean small = above.kind().territorial() && Level.COUNTY.above(above.level());
            if (small || !above.kind().territorial()) {
                names.addFirst(above.name());
            }
        }
        return String.join(" ", names);
    }

    /** Live units at the place and below it, nearest first. */
    List<Choice> below(OrgPath path) {
        return tree.subtree(path).stream()
                .sorted(
                        java.util.Comparator.comparingInt((Unit unit) -> unit.path().depth())
                                .thenComparing(unit -> unit.kind().territorial())
                                .thenComparing(Unit::path))
                .limit(CHOICES_MAX)
                .map(this::choice)
                .toList();
    }

    /** The territories at the place and below it, in the order of the tree. */
    List<Choice> places(OrgPath path) {
        return tree.subtree(path).stream()
                .filter(unit -> unit.kind().territorial() && unit.level() != Level.GRID)
                .limit(CHOICES_MAX)
                .map(this::choice)
                .toList();
    }

    private Choice choice(Unit unit) {
        var search = tree.initials(unit.id()) + " " + unit.code();
        return new Choice(unit.id().toString(), place(unit), null, search);
    }
}
