package wanhu.workbench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.category.Categories;
import wanhu.matter.Lens;
import wanhu.matter.MatterLists;
import wanhu.org.Units;

/** The lists of matters, and the searches that one keeps. */
@Controller
@ForMatters
class ListPages {
    private final MatterLists lists;
    private final SavedQueries queries;
    private final Units units;
    private final Categories categories;

    ListPages(MatterLists lists, SavedQueries queries, Units units, Categories categories) {
        this.lists = lists;
        this.queries = queries;
        this.units = units;
        this.categories = categories;
    }

    @GetMapping(ListForm.PATH)
    ModelAndView list(Actor actor, @RequestParam Map<String, String> parameters) {
        var form = new ListForm(parameters);
        var tree = units.tree(actor.county());
        var named = new CategoryNames(categories.tree(actor.county()));
        var query = form.query(tree, named.subtree(form.value("category")));
        var county = OrgPath.ofDivision("%06d".formatted(actor.county()));
        var names = new Names(tree);
        return Html.page(
                "workbench/list",
                new ListPage(
                        form,
                        lists.list(actor, query),
                        lists.count(actor, query),
                        lists.counts(actor, List.of(Lens.values()), MatterLists.BADGE_ROWS_MAX),
                        names,
                        named,
                        names.places(actor.path().depth() < county.depth() ? county : actor.path()),
                        queries.of(actor),
                        actor.post()));
    }

    @PostMapping("/matters/queries")
    ModelAndView save(Actor actor, @RequestParam String name, @RequestParam String query) {
        var clean = name.strip();
        var form = new ListForm(parameters(query));
        int length = clean.codePointCount(0, clean.length());
        if (clean.isEmpty() || length > SavedQueries.NAME_CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    "workbench.refused.query-name",
                    SavedQueries.NAME_CHARACTERS_MAX);
        }
        if (queries.of(actor).size() >= SavedQueries.QUERIES_MAX) {
            throw new Refused(
                    Refused.Kind.RULE, "workbench.refused.queries", SavedQueries.QUERIES_MAX);
        }
        queries.save(actor, clean, form.saved());
        return Html.redirect(form.address(ListForm.PATH, "at", "", "said", "workbench.said.query"));
    }

    static Map<String, String> parameters(String query) {
        var values = new java.util.HashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int cut = pair.indexOf('=');
            if (cut > 0) {
                values.put(pair.substring(0, cut), decoded(pair.substring(cut + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @PostMapping("/matters/queries/remove")
    ModelAndView remove(Actor actor, @RequestParam UUID id) {
        queries.remove(actor, id);
        return Html.redirect("/phrases#queries");
    }
}
