package wanhu.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import wanhu.api.Views.CategoryFigure;
import wanhu.api.Views.CategoryRow;
import wanhu.api.Views.FiguresOf;
import wanhu.api.Views.LevelFigure;
import wanhu.api.Views.LevelSolved;
import wanhu.api.Views.MonthFigure;
import wanhu.api.Views.Piece;
import wanhu.api.Views.UnitRow;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.board.Histories;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.matter.MatterFigures;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.token.ApiRoute;
import wanhu.token.Needs;
import wanhu.token.Problem;
import wanhu.token.Reach;

/** Figures, units and categories of the county for programs. */
@Controller
@RequestMapping(path = ApiRoute.ROOT, produces = APPLICATION_JSON_VALUE)
class CountyApi implements ApiRoute {
    private static final int MONTHS = 12;
    private static final int MONTHS_MAX = 36;
    private static final int UNITS = 500;
    private static final int UNITS_MAX = 2_000;

    private final MatterFigures figures;
    private final Histories histories;
    private final Units units;
    private final Categories categories;
    private final Clock clock;

    CountyApi(
            MatterFigures figures,
            Histories histories,
            Units units,
            Categories categories,
            Clock clock) {
        this.figures = figures;
        this.histories = histories;
        this.units = units;
        this.categories = categories;
        this.clock = clock;
    }

    /** The figures of the page, for the posts that read that page. */
    @Needs(Reach.FIGURES_READ)
    @Asks(Questions.FIGURES)
    @GetMapping("/figures")
    ResponseEntity<FiguresOf> readFigures(Actor actor, HttpServletRequest request) {
        int months = Questions.FIGURES.read(request).number("months", MONTHS);
        if (months < 1 || months > MONTHS_MAX) {
            throw Problem.invalid("months", "api.fault.size", MONTHS_MAX);
        }
        Refused.unless(
                Refused.Kind.FORBIDDEN,
                !actor.is(Role.GRID_WORKER, Role.PHONE_DESK),
                "people.refused.role",
                actor.title());
        var today = Zones.day(clock.instant());
        var from = YearMonth.from(today).minusMonths(months - 1L);
        return ResponseEntity.ok(
                view(figures.standing(actor), histories.history(actor, from, today)));
    }

    private static FiguresOf view(MatterFigures.Standing standing, Histories.History history) {
        return new FiguresOf(
                standing.levels().stream()
                        .map(each ->
                                new LevelFigure(
                                        each.level(), each.open(), each.soon(), each.overdue()))
                        .toList(),
                history.solved().stream()
                        .map(each -> new LevelSolved(each.level(), each.solved()))
                        .toList(),
                history.months().stream()
                        .map(each ->
                                new MonthFigure(
                                        each.month().toString(), each.reported(), each.solved()))
                        .toList(),
                history.abouts().stream()
                        .map(each ->
                                new CategoryFigure(each.category(), each.reported(), each.open()))
                        .toList(),
                history.at());
    }

    /** The units in the order of the tree; a closed one stays, for what happened there. */
    @Needs(Reach.UNITS_READ)
    @Asks(Questions.UNITS)
    @GetMapping("/units")
    ResponseEntity<Piece<UnitRow>> listUnits(Actor actor, HttpServletRequest request) {
        var asked = Questions.UNITS.read(request);
        int size = asked.number("size", UNITS);
        if (size < 1 || size > UNITS_MAX) {
            throw Problem.invalid("size", "api.fault.size", UNITS_MAX);
        }
        var tree = units.tree(actor.county());
        var below = asked.unit(tree, "below");
        var root = tree.root().orElseThrow();
        var after = asked.text("cursor");
        var found =
                tree.subtree(below == null ? root.path() : below).stream()
                        .filter(unit -> unit.county() == actor.county())
                        .sorted(Comparator.comparing(Unit::path))
                        .filter(unit -> after.isEmpty() || unit.path().text().compareTo(after) > 0)
                        .limit(size + 1L)
                        .toList();
        boolean more = found.size() > size;
        var piece = found.subList(0, Math.min(size, found.size()));
        return ResponseEntity.ok(
                new Piece<>(
                        piece.stream().map(unit -> row(tree, unit)).toList(),
                        more ? piece.getLast().path().text() : null));
    }

    private static UnitRow row(Tree tree, Unit unit) {
        var above = unit.above();
        return new UnitRow(
                unit.id(),
                unit.code(),
                unit.name(),
                unit.kind(),
                above == null ? null : tree.find(above).map(Unit::code).orElse(null),
                unit.live());
    }

    @Needs(Reach.UNITS_READ)
    @Asks(Questions.NONE)
    @GetMapping("/categories")
    ResponseEntity<Piece<CategoryRow>> listCategories(Actor actor, HttpServletRequest request) {
        Questions.NONE.read(request);
        return ResponseEntity.ok(
                new Piece<>(
                        categories.tree(actor.county()).values().stream()
                                .map(CountyApi::row)
                                .toList(),
                        null));
    }

    private static CategoryRow row(Category category) {
        return new CategoryRow(
                category.code(),
                category.above().isEmpty() ? null : category.above(),
                category.nameZh(),
                category.nameEn(),
                category.stopZh(),
                category.stopEn(),
                category.live());
    }
}
