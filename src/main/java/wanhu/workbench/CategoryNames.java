package wanhu.workbench;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wanhu.category.Category;
import wanhu.shell.Choice;

/** How categories are called on one page, read once for all its rows. */
record CategoryNames(Map<String, Category> tree) {
    /** The category's own name; the code itself when nobody knows it. */
    String name(String code, Locale locale) {
        var category = tree.get(code);
        return category == null ? code : category.name(locale);
    }

    /** The name with those above it. */
    String full(String code, Locale locale) {
        var category = tree.get(code);
        if (category == null || category.above().isEmpty() || !tree.containsKey(category.above())) {
            return name(code, locale);
        }
        return full(category.above(), locale) + " / " + category.name(locale);
    }

    /** The code and all below it; none for an empty or unknown code. */
    Set<String> subtree(String code) {
        if (!tree.containsKey(code)) {
            return Set.of();
        }
        var codes = new HashSet<String>();
        add(code, codes);
        return codes;
    }

    private void add(String code, Set<String> codes) {
        if (codes.add(code)) {
            tree.values().stream()
                    .filter(each -> each.above().equals(code))
                    .forEach(each -> add(each.code(), codes));
        }
    }

    /** All that can be chosen, in the order of the tree. */
    List<Choice> choices(Locale locale) {
        return tree.values().stream()
                .filter(Category::live)
                .map(each -> new Choice(each.code(), full(each.code(), locale)))
                .toList();
    }
}
