package wanhu.duty;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the duty lists.
 *
 * @param text part of the item, its department or its basis, or its whole number; empty for all
 * @param kind one of the three lists, or null for all
 * @param categories codes of categories that the text may mean; an item that covers one is found
 */
public record DutySearch(String text, @Nullable DutyKind kind, Set<String> categories) {
    public DutySearch {
        text = text.strip();
        categories = Set.copyOf(categories);
    }

    boolean fits(DutyItem item) {
        return (kind == null || item.kind() == kind)
                && (says(item) || categories.stream().anyMatch(item::covers));
    }

    private boolean says(DutyItem item) {
        return item.text().contains(text)
                || item.lead().contains(text)
                || item.basis().contains(text)
                || item.code().equals(text.toUpperCase(Locale.ROOT));
    }
}
