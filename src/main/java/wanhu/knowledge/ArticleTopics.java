package wanhu.knowledge;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.shell.Choice;

/** Categories as pages of articles name and offer them. */
@Component
class ArticleTopics {
    private final Categories categories;

    ArticleTopics(Categories categories) {
        this.categories = categories;
    }

    /** All that an article can be about. */
    List<Choice> choices(int county, Locale locale) {
        return categories.tree(county).values().stream()
                .filter(Category::live)
                .map(each ->
                        new Choice(
                                each.code(),
                                name(county, each.code(), locale),
                                null,
                                each.keywords()))
                .toList();
    }

    /** Those at the top, by which residents narrow the list. */
    List<Choice> tops(int county, Locale locale) {
        return categories.children(county, null).stream()
                .map(each -> new Choice(each.code(), each.name(locale)))
                .toList();
    }

    String name(int county, String code, Locale locale) {
        return categories.name(county, code, locale);
    }
}
