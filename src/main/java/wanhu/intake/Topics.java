package wanhu.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.shell.Choice;

/** Categories as a resident meets them: by name, two taps deep, or "I don't know". */
@Component
class Topics {
    /** Code of the category for what somebody else has to sort. */
    static final String UNKNOWN = "other";

    /** Most categories that a search shows. */
    static final int FOUND_MAX = 12;

    private final Categories categories;

    Topics(Categories categories) {
        this.categories = categories;
    }

    /** One line of a choice; a leaf has nothing below it. */
    record Topic(String code, String name, String hint, boolean leaf) {}

    /** What can be chosen below a category, or at the top. */
    List<Topic> below(int county, @Nullable String above, Locale locale) {
        return categories.children(county, above).stream()
                .filter(each -> !each.code().equals(UNKNOWN))
                .map(each -> topic(county, each, each.name(locale), locale))
                .toList();
    }

    /** What fits a few words: by its keywords, then by name and examples. */
    List<Topic> fitting(int county, String text, Locale locale) {
        var wish = text.strip().toLowerCase(Locale.ROOT);
        var byName =
                categories.tree(county).values().stream()
                        .filter(each -> each.live() && !each.code().equals(UNKNOWN))
                        .filter(each -> described(each).contains(wish));
        return Stream.concat(categories.suggest(county, text).stream(), byName)
                .distinct()
                .limit(FOUND_MAX)
                .map(each -> topic(county, each, name(county, each.code(), locale), locale))
                .toList();
    }

    /** All that a matter can be about, for staff who know the tree. */
    List<Choice> leaves(int county, Locale locale) {
        return categories.tree(county).values().stream()
                .filter(Category::live)
                .filter(each -> categories.children(county, each.code()).isEmpty())
                .map(each -> choice(county, each, locale))
                .toList();
    }

    private Choice choice(int county, Category category, Locale locale) {
        var name = name(county, category.code(), locale);
        return new Choice(category.code(), name, null, category.keywords() + category.hint());
    }

    private static String described(Category category) {
        return String.join(
                        " ",
                        category.nameZh(),
                        category.nameEn(),
                        category.hint(),
                        category.keywords())
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the code can be chosen in the county. */
    boolean known(int county, String code) {
        return categories.find(county, code).filter(Category::live).isPresent();
    }

    /** Its name with the one above: 水利电力 / 农田用电. */
    String name(int county, String code, Locale locale) {
        return categories.name(county, code, locale);
    }

    /** The question to stop at when lives may be in danger; empty when there is none. */
    String stop(int county, String code, Locale locale) {
        return categories.find(county, code).map(each -> each.stop(locale)).orElse("");
    }

    /** Code of the top category in which it lies; empty when it is still to be sorted. */
    static String branch(String code) {
        if (code.equals(UNKNOWN)) {
            return "";
        }
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    private Topic topic(int county, Category category, String name, Locale locale) {
        boolean leaf = categories.children(county, category.code()).isEmpty();
        var hint = "en".equals(locale.getLanguage()) ? "" : category.hint();
        return new Topic(category.code(), name, hint, leaf);
    }
}
