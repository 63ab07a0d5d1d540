package wanhu.suggest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.category.Categories;
import wanhu.category.Category;

/** Suggests categories by the words that people wrote down for them; needs nothing learned. */
@Component
class Keywords {
    private final Categories categories;

    Keywords(Categories categories) {
        this.categories = categories;
    }

    /** Categories of whose words the text has some, the best first. */
    List<Suggested> suggest(int county, String text) {
        return categories.suggest(county, text).stream()
                .map(each -> new Suggested(each.code(), List.of(why(each, text))))
                .toList();
    }

    private static Why why(Category category, String text) {
        return new Why.Words(words(category, text));
    }

    /** The category's words that stand in the text, the longest first. */
    static List<String> words(Category category, String text) {
        return Stream.concat(
                        Stream.of(category.nameZh()),
                        Stream.of(category.keywords().split("\\|", -1)))
                .filter(word -> !word.isBlank() && text.contains(word))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
