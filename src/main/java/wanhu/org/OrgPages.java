package wanhu.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.shell.Link;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/**
 * The tree of units for everybody with a post: where one is, what is below, who holds which post.
 */
@Controller
@For
class OrgPages implements MenuSource {
    /** Units below that a page lists; the search finds the others. */
    static final int CHILD_ROWS_MAX = 200;

    static final int FOUND_ROWS_MAX = 50;
    private static final int MENU_UNITS = 500;
    private static final int MENU_ROSTERS = 505;

    private final Units units;
    private final Posts posts;
    private final ActedStore acted;
    private final Browse browse;
    private final Clock clock;

    OrgPages(Units units, Posts posts, ActedStore acted, Browse browse, Clock clock) {
        this.units = units;
        this.posts = posts;
        this.acted = acted;
        this.browse = browse;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("org.title", "/org", MENU_UNITS),
                new MenuEntry("org.rosters.title", "/org/rosters", MENU_ROSTERS));
    }

    @GetMapping("/org")
    ModelAndView browse(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer county,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String q) {
        int at = county == null ? actor.county() : county;
        checkCounty(actor, at);
        var tree = units.tree(at);
        var shown =
                unit != null
                        ? tree.find(unit)
                        : at == actor.county() ? tree.find(actor.unit()) : tree.root();
        var found =
                shown.filter(each -> each.county() == at)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "org.refused.missing"));
        return Html.page("org/browse", page(actor, tree, found, q.strip()));
    }

    private BrowsePage page(Actor actor, Tree tree, Unit unit, String text) {
        int county = unit.county();
        var day = today();
        var paired =
                posts.pairedUnits(county, unit.id(), day).stream()
                        .map(each -> new BrowsePage.Paired(tree.get(each.unit()), each))
                        .toList();
        var behind =
                posts.pairedVillages(county, unit.id(), day).stream()
                        .map(each -> tree.get(each.village()))
                        .toList();
        return new BrowsePage(
                unit,
                crumbs(actor, tree, unit),
                children(tree, unit),
                text,
                text.isEmpty() ? List.of() : search(actor, tree, text),
                new BrowsePage.People(
                        posts.inUnit(county, unit.id(), day),
                        posts.roster(county, unit.id(), day),
                        paired,
                        behind),
                acted.versions(county, unit.id()),
                may(actor, unit));
    }

    private static BrowsePage.May may(Actor actor, Unit unit) {
        boolean own = actor.covers(unit.path()) && actor.county() == unit.county();
        return new BrowsePage.May(
                own && actor.is(Role.ADMIN), own && actor.is(Role.ADMIN, Role.SECURITY));
    }

    private List<BrowsePage.Child> children(Tree tree, Unit unit) {
        var below =
                Level.COUNTY.above(unit.level()) || unit.kind() == UnitKind.COUNTY
                        ? tree.children(unit.id())
                        : units.divisionsBelow(unit.path());
        return below.stream()
                .limit(CHILD_ROWS_MAX)
                .map(child -> new BrowsePage.Child(child, tree.children(child.id()).size()))
                .toList();
    }

    private List<BrowsePage.Found> search(Actor actor, Tree tree, String text) {
        boolean wide = actor.path().depth() < OrgPath.ofDivision("000000").depth();
        var found =
                wide
                        ? browse.search(actor.path(), text, FOUND_ROWS_MAX)
                        : tree.search(text, FOUND_ROWS_MAX);
        return found.stream()
                .filter(unit -> wide || unit.county() == tree.county())
                .map(unit -> new BrowsePage.Found(unit, place(unit)))
                .toList();
    }

    private String place(Unit unit) {
        var tree = units.tree(unit.county());
        return tree.ancestors(unit.id()).reversed().stream()
                .map(Unit::name)
                .reduce((left, right) -> left + " / " + right)
                .orElse("");
    }

    private static List<Link> crumbs(Actor actor, Tree tree, Unit unit) {
        var crumbs = new ArrayList<Link>();
        for (Unit above : tree.ancestors(unit.id()).reversed()) {
            boolean open = may(actor, above.county());
            crumbs.add(new Link(above.name(), open ? BrowsePage.href(above) : null));
        }
        crumbs.add(new Link(unit.name(), null));
        return crumbs;
    }

    private static void checkCounty(Actor actor, int county) {
        if (!may(actor, county)) {
            throw new Refused(Refused.Kind.MISSING, "org.refused.missing");
        }
    }

    /** One's own county, and those below a post of a city or province. */
    private static boolean may(Actor actor, int county) {
        return county == actor.county() || actor.path().contains(path(county));
    }

    private static OrgPath path(int county) {
        if (county < 100_000 || county > 999_999) {
            throw new Refused(Refused.Kind.MISSING, "org.refused.missing");
        }
        int code =
                county % 100 != 0 ? county : county % 10_000 != 0 ? county / 100 : county / 10_000;
        return OrgPath.ofDivision(Integer.toString(code));
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}
