package wanhu.org;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/** Whether a change may be done to a tree, and what it touches. Pure. */
final class ActRules {
    private ActRules() {}

    /**
     * Lets a change pass.
     *
     * @throws Refused when the tree does not allow it
     */
    static void check(Tree tree, UnitChange change) {
        var unit = live(tree, change.unit());
        if (change instanceof UnitChange.Found found) {
            checkName(found.name());
            checkUnder(found.kind(), unit);
            return;
        }
        if (!Level.COUNTY.above(unit.level()) && unit.kind().territorial()) {
            throw new Refused(Kind.RULE, "org.act.refused.high", unit.code());
        }
        switch (change) {
            case UnitChange.Found _ -> {}
            case UnitChange.Rename rename -> checkRename(unit, rename);
            case UnitChange.Move move -> checkMove(unit, live(tree, move.to()));
            case UnitChange.Merge merge -> checkMerge(tree, unit, live(tree, merge.into()));
            case UnitChange.Split split -> checkSplit(tree, unit, split);
            case UnitChange.Close _ -> checkClose(tree, unit);
        }
    }

    /** Units whose place changes, highest first. */
    static List<Unit> moving(Tree tree, UnitChange change) {
        return switch (change) {
            case UnitChange.Found _, UnitChange.Rename _, UnitChange.Close _ -> List.of();
            case UnitChange.Move move -> tree.subtree(tree.get(move.unit()).path());
            case UnitChange.Merge merge -> subtrees(tree, tree.children(merge.unit()));
            case UnitChange.Split split ->
                    subtrees(tree, split.children().stream().map(tree::get).toList());
        };
    }

    /** Units that are closed. */
    static List<Unit> closing(Tree tree, UnitChange change) {
        return switch (change) {
            case UnitChange.Merge merge -> List.of(tree.get(merge.unit()));
            case UnitChange.Close close -> List.of(tree.get(close.unit()));
            case UnitChange.Found _, UnitChange.Rename _, UnitChange.Move _, UnitChange.Split _ ->
                    List.of();
        };
    }

    private static List<Unit> subtrees(Tree tree, List<Unit> tops) {
        var units = new ArrayList<Unit>();
        tops.forEach(top -> units.addAll(tree.subtree(top.path())));
        return units;
    }

    private static void checkRename(Unit unit, UnitChange.Rename rename) {
        checkName(rename.name());
        boolean same = rename.name().strip().equals(unit.name()) && rename.kind() == unit.kind();
        boolean level =
                rename.kind().territorial() == unit.kind().territorial()
                        && rename.kind().level() == unit.kind().level()
                        && (unit.kind().territorial() || rename.kind() == unit.kind());
        if (same || !level) {
            throw new Refused(Kind.RULE, same ? "org.act.refused.same" : "org.act.refused.kind");
        }
    }

    private static void checkMove(Unit unit, Unit to) {
        if (unit.path().contains(to.path())) {
            throw new Refused(Kind.RULE, "org.act.refused.inside");
        }
        if (to.id().equals(unit.above())) {
            throw new Refused(Kind.RULE, "org.act.refused.same");
        }
        checkUnder(unit.kind(), to);
    }

    private static void checkMerge(Tree tree, Unit unit, Unit into) {
        boolean alike =
                unit.kind().territorial() == into.kind().territorial()
                        && unit.level() == into.level();
        if (unit.id().equals(into.id()) || !alike) {
            throw new Refused(Kind.RULE, "org.act.refused.alike");
        }
        if (unit.path().contains(into.path())) {
            throw new Refused(Kind.RULE, "org.act.refused.inside");
        }
        tree.children(unit.id()).forEach(child -> checkUnder(child.kind(), into));
    }

    private static void checkSplit(Tree tree, Unit unit, UnitChange.Split split) {
        checkName(split.name());
        var own = tree.children(unit.id()).stream().map(Unit::id).toList();
        if (split.children().isEmpty() || !own.containsAll(split.children())) {
            throw new Refused(Kind.RULE, "org.act.refused.children");
        }
    }

    private static void checkClose(Tree tree, Unit unit) {
        if (!tree.children(unit.id()).isEmpty()) {
            throw new Refused(
                    Kind.CONFLICT, "org.act.refused.below", tree.children(unit.id()).size());
        }
    }

    private static Unit live(Tree tree, UUID id) {
        var unit =
                tree.find(id).orElseThrow(() -> new Refused(Kind.MISSING, "org.refused.missing"));
        if (!unit.live()) {
            throw new Refused(Kind.CONFLICT, "org.refused.closed", unit.code());
        }
        return unit;
    }

    private static void checkUnder(UnitKind kind, Unit above) {
        boolean deep = above.path().text().length() + 5 > OrgPath.LENGTH_MAX;
        if (deep || !kind.fitsUnder(above.kind())) {
            throw new Refused(Kind.RULE, "org.refused.under", above.code());
        }
    }

    private static void checkName(String name) {
        if (!UnitNames.proper(name.strip())) {
            throw new Refused(Kind.INVALID, "org.refused.name", Unit.NAME_MAX);
        }
    }
}
