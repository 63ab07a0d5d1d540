package wanhu.ledger;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.shell.Choice;

/** ProjectNames of units for pages, and which units a form offers. */
@Component
class ProjectNames {
    private final Units units;
    private final Clock clock;

    ProjectNames(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    String unit(int county, UUID id) {
        return units.tree(county).find(id).map(Unit::name).orElse("");
    }

    /** A village with its township: 六家子镇 九家子村. */
    String place(int county, UUID id) {
        var tree = units.tree(county);
        return tree.find(id).map(unit -> place(tree, unit)).orElse("");
    }

    private static String place(Tree tree, Unit unit) {
        var above = tree.above(unit.id(), Level.TOWNSHIP);
        return above.filter(each -> !each.id().equals(unit.id()))
                .map(each -> each.name() + " " + unit.name())
                .orElse(unit.name());
    }

    List<Row> rows(List<Project> projects) {
        return projects.stream().map(this::row).toList();
    }

    private Row row(Project project) {
        return new Row(
                project,
                place(project.county(), project.about().place()),
                unit(project.county(), project.parties().responsible().unit()),
                Behind.of(project, clock.instant()),
                Behind.whole(project, clock.instant()),
                Behind.due(project));
    }

    /** Places where the actor may propose: the territories of the post, for departments all. */
    List<Choice> places(Actor actor) {
        var tree = units.tree(actor.county());
        var unit = tree.get(actor.unit());
        var within =
                unit.kind().territorial()
                        ? actor.path()
                        : tree.root().map(Unit::path).orElse(actor.path());
        return places(actor.county(), within);
    }

    /** The territories at a place and below it, without grids. */
    List<Choice> places(int county, OrgPath within) {
        var tree = units.tree(county);
        return tree.subtree(within).stream()
                .filter(unit -> unit.kind().territorial() && unit.level() != Level.GRID)
                .map(unit -> new Choice(unit.id().toString(), place(tree, unit), null, unit.code()))
                .toList();
    }

    /** Units that can do a project: all but grids and the county itself. */
    List<Choice> doers(int county) {
        var tree = units.tree(county);
        return tree.root().map(root -> tree.subtree(root.path())).orElse(List.of()).stream()
                .filter(unit -> unit.kind() != UnitKind.GRID && unit.kind() != UnitKind.COUNTY)
                .map(unit -> new Choice(unit.id().toString(), place(tree, unit), null, unit.code()))
                .toList();
    }

    /** Units that can help: departments, townships and teams. */
    List<Choice> helpers(int county) {
        var tree = units.tree(county);
        return tree.root().map(root -> tree.subtree(root.path())).orElse(List.of()).stream()
                .filter(unit ->
                        unit.kind() == UnitKind.DEPARTMENT
                                || unit.kind() == UnitKind.TEAM
                                || (unit.kind().territorial() && unit.level() == Level.TOWNSHIP))
                .map(unit -> new Choice(unit.id().toString(), unit.name(), null, unit.code()))
                .toList();
    }
}
