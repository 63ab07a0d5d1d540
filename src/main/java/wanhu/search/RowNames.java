package wanhu.search;

import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import wanhu.category.Categories;
import wanhu.life.Stage;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterSearch;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;

/** How places, holders and categories are called in one answer. */
record RowNames(Tree tree, Categories categories, Locale locale) {
    SearchPage.Row row(MatterSearch.Hit hit, String query) {
        var line = hit.line();
        return new SearchPage.Row(
                line,
                Marked.of(line.title(), query),
                Marked.excerpt(hit.body(), query),
                Marked.of(line.number(), query),
                place(line.place()),
                tree.find(line.holder()).map(Unit::name).orElse(""),
                category(line),
                look(line.stage()));
    }

    private String category(MatterLine line) {
        return categories.name(tree.county(), line.category(), locale);
    }

    private String place(UUID id) {
        var names = new ArrayList<String>();
        tree.find(id)
                .ifPresent(unit -> {
                    names.add(unit.name());
                    tree.ancestors(id).stream()
                            .filter(each -> Level.COUNTY.above(each.level()))
                            .forEach(each -> names.addFirst(each.name()));
                });
        return String.join(" ", names);
    }

    private static String look(Stage stage) {
        return switch (stage.category()) {
            case OPEN -> "act";
            case WAITING_FOR_RESIDENT, WAITING_FOR_THIRD -> "paused";
            case SOLVED -> "done";
            case CLOSED -> "quiet";
        };
    }
}
