package wanhu.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.org.Unit;
import wanhu.org.Units;

/** What was promised, and what came of it: for everybody, without signing in. */
@Controller
class PublicProjectPages {
    private static final String BASE = "/projects/public";

    private final Projects projects;
    private final ProjectLists lists;
    private final ProjectRatings ratings;
    private final ProjectNames names;
    private final Units units;

    PublicProjectPages(
            Projects projects,
            ProjectLists lists,
            ProjectRatings ratings,
            ProjectNames names,
            Units units) {
        this.projects = projects;
        this.lists = lists;
        this.ratings = ratings;
        this.names = names;
        this.units = units;
    }

    /**
     * The public list of a county.
     *
     * @param county six digits; needed where the installation has several
     */
    @GetMapping(BASE)
    ModelAndView list(
            @RequestParam(required = false) @Nullable Integer county,
            @ModelAttribute ListPage.Query asked) {
        var counties = units.counties();
        var chosen = Optional.ofNullable(county).or(() -> only(counties));
        if (chosen.isEmpty() || !counties.contains(chosen.get())) {
            var roots = counties.stream().flatMap(each -> units.tree(each).root().stream());
            return Html.page("ledger/publicCounties", roots.toList());
        }
        return Html.page("ledger/publicList", page(chosen.get(), asked));
    }

    private static Optional<Integer> only(List<Integer> counties) {
        return counties.size() == 1 ? Optional.of(counties.getFirst()) : Optional.empty();
    }

    private PublicListPage page(int county, ListPage.Query asked) {
        var tree = units.tree(county);
        var within = tree.root().map(Unit::path);
        var place =
                Optional.ofNullable(asked.place())
                        .filter(each -> each.matches("[0-9a-fA-F-]{36}"))
                        .flatMap(each -> tree.find(UUID.fromString(each)))
                        .map(Unit::path)
                        .orElse(null);
        var filter =
                new Filter(
                        asked.phase() == Phase.PROPOSED ? null : asked.phase(),
                        ListPage.Query.shown(asked.q()).strip(),
                        null,
                        place,
                        Objects.requireNonNullElse(asked.year(), 0),
                        false);
        var reader = ProjectLists.Reader.ofPublic(county);
        var page = lists.page(reader, filter, asked.after());
        return new PublicListPage(
                county,
                tree.root().map(Unit::name).orElse(""),
                new ListPage(
                        BASE + "?county=" + county + "&",
                        asked,
                        names.rows(page.rows()),
                        lists.sums(reader, filter),
                        page.next(),
                        within.map(each -> names.places(county, each)).orElse(List.of()),
                        List.of(),
                        lists.years(county),
                        false));
    }

    @GetMapping(BASE + "/{number}")
    ModelAndView show(@PathVariable String number) {
        if (!number.matches("[0-9]{6}-MS[0-9]{4}-[0-9]{4,9}")) {
            throw Projects.missing();
        }
        var project = projects.open(Integer.parseInt(number.substring(0, 6)), number);
        var events = projects.events(project).stream().filter(Event::publicly).toList();
        return Html.page(
                "ledger/publicProject",
                new PublicPage(
                        names.rows(List.of(project)).getFirst(),
                        project.parties().with().stream()
                                .map(each -> names.unit(project.county(), each))
                                .toList(),
                        events.stream()
                                .map(each ->
                                        new PublicPage.Line(
                                                each, unit(project.county(), each.byUnit())))
                                .toList(),
                        projects.matters(project).size(),
                        ratings.ofRequesters(project),
                        ratings.ofCheck(project)));
    }

    private String unit(int county, @Nullable UUID unit) {
        return unit == null ? "" : names.unit(county, unit);
    }
}
