package wanhu.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.duty.DutyItem;
import wanhu.duty.DutyKind;
import wanhu.duty.DutyLists;
import wanhu.duty.DutySearch;
import wanhu.duty.Edition;
import wanhu.life.Matter;
import wanhu.org.Level;

/** Finds the items of the duty lists in force that a clerk may mean by a matter. */
@Component
class DutyPicker {
    private static final int ROWS_MAX = 8;

    private final DutyLists lists;
    private final Categories categories;
    private final Clock clock;

    DutyPicker(DutyLists lists, Categories categories, Clock clock) {
        this.lists = lists;
        this.categories = categories;
        this.clock = clock;
    }

    /** The items of what was searched for, or of the matter's category when nothing was. */
    DutyPick pick(Matter matter, Typed typed) {
        int county = matter.county();
        var today = Zones.day(clock.instant());
        var text = typed.first("dutyText");
        var kind = kind(typed.first("dutyKind"));
        var found =
                text.isEmpty() && kind == null
                        ? lists.forCategory(
                                county, matter.about().category(), Level.TOWNSHIP, today)
                        : lists.search(county, search(county, text, kind), today);
        var edition = lists.edition(county, today);
        var number = typed.first(StepForm.DUTY.name()).toUpperCase(Locale.ROOT);
        return new DutyPick(
                text,
                kind == null ? "" : kind.name(),
                edition.map(Edition::name).orElse(null),
                edition.map(Edition::sample).orElse(false),
                found.size(),
                rows(county, found),
                number,
                named(county, number, today));
    }

    private List<DutyPick.Row> rows(int county, List<DutyItem> found) {
        return found.stream().limit(ROWS_MAX).map(item -> row(county, item)).toList();
    }

    private DutyPick.Row row(int county, DutyItem item) {
        return new DutyPick.Row(item, lists.owner(county, item));
    }

    private DutyPick.@Nullable Row named(int county, String number, LocalDate today) {
        return lists.item(county, number, today).map(item -> row(county, item)).orElse(null);
    }

    private DutySearch search(int county, String text, @Nullable DutyKind kind) {
        return new DutySearch(text, kind, text.isEmpty() ? Set.of() : meant(county, text));
    }

    /** Categories whose name or code the text is part of. */
    private Set<String> meant(int county, String text) {
        return categories.tree(county).values().stream()
                .filter(each ->
                        each.nameZh().contains(text)
                                || each.nameEn().contains(text)
                                || each.code().equals(text))
                .map(each -> each.code())
                .collect(Collectors.toSet());
    }

    private static @Nullable DutyKind kind(String name) {
        return Stream.of(DutyKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
