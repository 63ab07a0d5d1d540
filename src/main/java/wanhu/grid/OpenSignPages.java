package wanhu.grid;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.org.Level;
import wanhu.org.Posts;
import wanhu.org.Roster;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.shell.Link;

/** Who serves my door: the signs of the grids, from the county down, for everybody. */
@Controller
class OpenSignPages {
    private static final String BASE = "/open/grids/";

    /** Most places that a search shows. */
    private static final int FOUND_MAX = 30;

    private final Signs signs;
    private final Units units;
    private final Posts posts;
    private final Clock clock;

    OpenSignPages(Signs signs, Units units, Posts posts, Clock clock) {
        this.signs = signs;
        this.units = units;
        this.posts = posts;
        this.clock = clock;
    }

    /** The first county's, or what one chose. */
    @GetMapping("/open/grids")
    ModelAndView first() {
        var county = units.counties().stream().findFirst().orElseThrow(OpenSignPages::missing);
        return Html.redirect(BASE + county);
    }

    /**
     * The places below one, or those that a search finds.
     *
     * @param at code of a township or village; the county itself when it is missing
     * @param q name, initials or code of a place
     */
    @GetMapping("/open/grids/{county}")
    ModelAndView list(
            @PathVariable int county,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "") String q) {
        var tree = units.tree(county);
        var place =
                (at == null ? tree.root() : tree.byCode(at))
                        .filter(unit -> open(tree, unit))
                        .orElseThrow(OpenSignPages::missing);
        var shown = q.isBlank() ? tree.children(place.id()) : tree.search(q, FOUND_MAX * 4);
        var lines =
                shown.stream()
                        .filter(unit -> open(tree, unit) && Level.COUNTY.above(unit.level()))
                        .limit(q.isBlank() ? Long.MAX_VALUE : FOUND_MAX)
                        .map(unit -> line(tree, unit, !q.isBlank()))
                        .toList();
        return Html.page(
                "grid/open",
                new OpenGridsPage(county, place, crumbs(tree, place), q.strip(), lines));
    }

    private static OpenGridsPage.Line line(Tree tree, Unit unit, boolean whole) {
        boolean grid = unit.kind() == UnitKind.GRID;
        return new OpenGridsPage.Line(
                whole ? name(tree, unit) : unit.name(),
                href(tree, unit),
                grid ? 0 : tree.territories(unit.path(), Level.GRID).size());
    }

    /** The sign of one grid, to read and to print. */
    @GetMapping("/open/grids/{county}/{code}")
    ModelAndView sign(@PathVariable int county, @PathVariable String code) {
        var tree = units.tree(county);
        var grid =
                tree.byCode(code)
                        .filter(unit -> open(tree, unit) && unit.kind() == UnitKind.GRID)
                        .orElseThrow(OpenSignPages::missing);
        var roster = posts.roster(county, grid.id(), Zones.day(clock.instant()));
        return Html.page(
                "grid/sign",
                new OpenSignPage(
                        county,
                        grid,
                        name(tree, grid),
                        crumbs(tree, grid),
                        signs.find(county, grid.id()).orElse(null),
                        roster.lines()));
    }

    private static boolean open(Tree tree, Unit unit) {
        return unit.live() && unit.kind().territorial() && unit.county() == tree.county();
    }

    private static String href(Tree tree, Unit unit) {
        var base = BASE + tree.county();
        return unit.kind() == UnitKind.GRID
                ? base + "/" + unit.code()
                : Level.COUNTY.above(unit.level()) ? base + "?at=" + unit.code() : base;
    }

    /** From the township down: 六家子镇 九家子村 第1网格. */
    private static String name(Tree tree, Unit unit) {
        var names = new ArrayList<String>();
        names.add(unit.name());
        tree.ancestors(unit.id()).stream()
                .filter(above -> Level.COUNTY.above(above.level()))
                .forEach(above -> names.addFirst(above.name()));
        return String.join(" ", names);
    }

    private static List<Link> crumbs(Tree tree, Unit unit) {
        var crumbs = new ArrayList<Link>();
        crumbs.add(new Link(unit.name(), null));
        for (Unit above : tree.ancestors(unit.id())) {
            if (open(tree, above)) {
                crumbs.addFirst(new Link(above.name(), href(tree, above)));
            }
        }
        return crumbs;
    }

    private static Refused missing() {
        return new Refused(Refused.Kind.MISSING, "grid.refused.missing");
    }
}

/**
 * Places on the way to a grid.
 *
 * @param place what they lie in
 * @param text what was searched for, or empty
 */
record OpenGridsPage(int county, Unit place, List<Link> crumbs, String text, List<Line> lines) {
    OpenGridsPage {
        crumbs = List.copyOf(crumbs);
        lines = List.copyOf(lines);
    }

    /** A place, and how many grids it has; 0 for a grid itself and where there are none. */
    record Line(String name, String href, int grids) {}
}

/**
 * The sign of a grid.
 *
 * @param name from the township down
 * @param hung null while nobody wrote it
 * @param roster who serves there, by post
 */
record OpenSignPage(
        int county,
        Unit grid,
        String name,
        List<Link> crumbs,
        Signs.@Nullable Hung hung,
        List<Roster.Line> roster) {
    OpenSignPage {
        crumbs = List.copyOf(crumbs);
        roster = List.copyOf(roster);
    }
}
