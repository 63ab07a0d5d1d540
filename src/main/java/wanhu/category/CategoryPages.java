package wanhu.category;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The administrator's page of the tree. */
@Controller
@RequestMapping("/admin/categories")
@For(Role.ADMIN)
class CategoryPages implements MenuSource {
    private final Categories categories;

    CategoryPages(Categories categories) {
        this.categories = categories;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "category.menu", "/admin/categories", 540, actor -> actor.is(Role.ADMIN)));
    }

    /** A line of the tree. */
    record Line(Category category, int depth) {}

    /** The whole tree. */
    record TreePage(List<Line> lines) {}

    /** A category as it is being changed, with what was wrong with it. */
    record EditPage(CategoryForm form, boolean known, @Nullable Refused fault) {}

    @GetMapping
    ModelAndView tree(Actor actor) {
        return Html.page("category/tree", new TreePage(lines(actor.county())));
    }

    @GetMapping("/edit")
    ModelAndView edit(Actor actor, @RequestParam(defaultValue = "") String code) {
        var form =
                categories
                        .find(actor.county(), code)
                        .map(CategoryForm::of)
                        .orElse(CategoryForm.EMPTY);
        return Html.page("category/edit", new EditPage(form, !code.isBlank(), null));
    }

    @PostMapping
    ModelAndView save(Actor actor, CategoryForm form) {
        try {
            categories.save(actor, form.category());
        } catch (Refused refused) {
            boolean known = categories.find(actor.county(), form.code()).isPresent();
            return Html.page(
                    "category/edit",
                    new EditPage(form, known, refused),
                    HttpStatus.valueOf(refused.kind().status()));
        }
        return Html.redirect("/admin/categories");
    }

    /** What the form sends. */
    record CategoryForm(
            String code,
            int order,
            String nameZh,
            String nameEn,
            String hint,
            String keywords,
            String stopZh,
            String stopEn,
            boolean live) {
        static final CategoryForm EMPTY = new CategoryForm("", 0, "", "", "", "", "", "", true);

        static CategoryForm of(Category known) {
            return new CategoryForm(
                    known.code(),
                    known.order(),
                    known.nameZh(),
                    known.nameEn(),
                    known.hint(),
                    known.keywords(),
                    known.stopZh(),
                    known.stopEn(),
                    known.live());
        }

        Category category() {
            return new Category(
                    code.strip(),
                    order,
                    nameZh.strip(),
                    nameEn.strip(),
                    hint,
                    keywords,
                    stopZh,
                    stopEn,
                    live);
        }
    }

    private List<Line> lines(int county) {
        var lines = new ArrayList<Line>();
        addBelow(lines, county, "", 0);
        return lines;
    }

    private void addBelow(List<Line> lines, int county, String above, int depth) {
        categories.tree(county).values().stream()
                .filter(each -> each.above().equals(above))
                .sorted(java.util.Comparator.comparingInt(Category::order))
                .forEach(each -> {
                    lines.add(new Line(each, depth));
                    addBelow(lines, county, each.code(), depth + 1);
                });
    }
}
