package wanhu.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.matter.ContactSearch;
import wanhu.matter.MatterSearch;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.SearchSource;

/** The search of staff: matters, and what the other rooms let be found. */
@Controller
@For
class SearchPages {
    private final MatterSearch matters;
    private final ObjectProvider<SearchSource> sources;
    private final Categories categories;
    private final Units units;

    SearchPages(
            MatterSearch matters,
            ObjectProvider<SearchSource> sources,
            Categories categories,
            Units units) {
        this.matters = matters;
        this.sources = sources;
        this.categories = categories;
        this.units = units;
    }

    @GetMapping(SearchForm.PATH)
    ModelAndView search(Actor actor, @RequestParam Map<String, String> values, Locale locale) {
        var form = SearchForm.of(values);
        var piece =
                form.q().isEmpty()
                        ? MatterSearch.Piece.NOTHING
                        : matters.find(actor, form.wish(codes(actor, form.category())));
        var names = new RowNames(units.tree(actor.county()), categories, locale);
        return Html.page(
                "search/found",
                new SearchPage(
                        form,
                        piece.hits().stream().map(hit -> names.row(hit, form.q())).toList(),
                        form.after(piece.next()),
                        piece.common(),
                        others(actor, form),
                        actor.role().apart(),
                        ContactSearch.may(actor),
                        choices(actor, locale)));
    }

    /** The category and all below it; none asked, none narrows. */
    private Set<String> codes(Actor actor, String code) {
        return categories.find(actor.county(), code).stream()
                .flatMap(top ->
                        categories.tree(actor.county()).keySet().stream().filter(top::contains))
                .collect(Collectors.toSet());
    }

    /** What other rooms found; only beside the first piece. */
    private List<SearchPage.Group> others(Actor actor, SearchForm form) {
        if (form.q().isEmpty() || !form.at().isEmpty()) {
            return List.of();
        }
        return sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .map(each -> group(each, actor, form.q()))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    private static SearchPage.Group group(SearchSource source, Actor actor, String text) {
        var hits =
                source.search(actor, text).stream()
                        .map(hit ->
                                new SearchPage.Found(
                                        Marked.of(hit.title(), text),
                                        Marked.of(hit.note(), text),
                                        hit.href()))
                        .toList();
        return new SearchPage.Group(source.heading(), hits);
    }

    private List<Choice> choices(Actor actor, Locale locale) {
        int county = actor.county();
        return categories.tree(county).values().stream()
                .filter(Category::live)
                .map(each -> new Choice(each.code(), categories.name(county, each.code(), locale)))
                .toList();
    }
}
