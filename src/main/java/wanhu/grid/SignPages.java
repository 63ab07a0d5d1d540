package wanhu.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** Which grids have a sign, and what it says; for those who answer for the grids. */
@Controller
@For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.ADMIN})
class SignPages implements MenuSource {
    /** Grids that the list shows; those without a sign stand first. */
    static final int ROWS_MAX = 200;

    private static final int MENU_ORDER = 506;

    private final Signs signs;
    private final Units units;

    SignPages(Signs signs, Units units) {
        this.signs = signs;
        this.units = units;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "grid.title",
                        "/grids",
                        MENU_ORDER,
                        actor ->
                                actor.is(
                                        Role.VILLAGE_CLERK,
                                        Role.TOWNSHIP_CLERK,
                                        Role.COUNTY_CLERK,
                                        Role.ADMIN)));
    }

    @GetMapping("/grids")
    ModelAndView list(Actor actor) {
        var tree = units.tree(actor.county());
        var grids = tree.territories(actor.path(), Level.GRID);
        var hung = signs.of(actor.county(), grids.stream().map(Unit::id).toList());
        var lines = new ArrayList<SignListPage.Line>();
        for (Unit grid : grids) {
            var above = tree.ancestors(grid.id()).stream().limit(2).map(Unit::name).toList();
            lines.add(
                    new SignListPage.Line(
                            grid, String.join(" ", above.reversed()), hung.get(grid.id())));
        }
        lines.sort(Comparator.comparing(line -> line.hung() != null));
        return Html.page(
                "grid/list",
                new SignListPage(
                        grids.size(),
                        grids.size() - hung.size(),
                        lines.subList(0, Math.min(lines.size(), ROWS_MAX))));
    }

    @GetMapping("/grids/{grid}")
    ModelAndView form(Actor actor, @PathVariable UUID grid) {
        var unit = own(actor, grid);
        var sign = signs.find(actor.county(), grid).map(Signs.Hung::sign);
        return Html.page(
                "grid/form",
                new SignFormPage(
                        unit,
                        sign.map(Sign::area).orElse(""),
                        sign.map(Sign::phone).orElse(""),
                        sign.map(Sign::supervision).orElse(""),
                        null));
    }

    /** What the form of a sign sends. */
    record Typed(@Nullable String area, @Nullable String phone, @Nullable String supervision) {
        Sign sign() {
            return new Sign(text(area), text(phone), text(supervision));
        }

        SignFormPage page(Unit unit, Refused no) {
            return new SignFormPage(unit, text(area), text(phone), text(supervision), no);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    @PostMapping("/grids/{grid}")
    ModelAndView hang(Actor actor, @PathVariable UUID grid, @ModelAttribute Typed typed) {
        var unit = own(actor, grid);
        try {
            signs.hang(actor.county(), grid, typed.sign());
            return Html.redirect("/grids?said=grid.said.hung");
        } catch (Refused no) {
            return Html.page(
                    "grid/form", typed.page(unit, no), HttpStatus.valueOf(no.kind().status()));
        }
    }

    private Unit own(Actor actor, UUID grid) {
        return units.tree(actor.county())
                .find(grid)
                .filter(unit -> unit.live() && unit.kind() == UnitKind.GRID)
                .filter(unit -> actor.covers(unit.path()))
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "grid.refused.missing"));
    }
}

/**
 * The grids of a territory.
 *
 * @param all how many there are
 * @param missing how many have no sign
 * @param lines the first of them, those without a sign first
 */
record SignListPage(int all, int missing, List<Line> lines) {
    SignListPage {
        lines = List.copyOf(lines);
    }

    /** A grid with where it lies and its sign; null while none hangs. */
    record Line(Unit grid, String above, Signs.@Nullable Hung hung) {}
}

/**
 * The form of one sign.
 *
 * @param no why what was typed is refused; null before somebody sent it
 */
record SignFormPage(
        Unit grid, String area, String phone, String supervision, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
