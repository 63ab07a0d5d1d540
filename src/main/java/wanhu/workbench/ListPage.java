package wanhu.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Kind;
import wanhu.matter.Lens;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterPiece;
import wanhu.matter.MatterQuery;
import wanhu.shell.Choice;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * A list of matters.
 *
 * @param total rows of the whole list; one more than the limit when there are more
 * @param badges sizes of the lists beside it
 * @param post as which it is shown
 */
record ListPage(
        ListForm form,
        MatterPiece piece,
        int total,
        Map<Lens, Integer> badges,
        Names names,
        CategoryNames categories,
        List<Choice> places,
        List<SavedQueries.Saved> saved,
        UUID post) {

    List<MatterLine> rows() {
        return piece.rows();
    }

    /** Whether there are more rows than are counted. */
    boolean many() {
        return total > MatterLists.COUNT_ROWS_MAX;
    }

    List<Link> tabs(Screen screen) {
        return badges.keySet().stream().map(lens -> tab(screen, lens)).toList();
    }

    private Link tab(Screen screen, Lens lens) {
        int count = badges.getOrDefault(lens, 0);
        var address = lens == form.lens() ? null : ListForm.PATH + "?lens=" + lens;
        return new Link(screen.t("workbench.lens." + lens), address, badge(screen, count));
    }

    static @Nullable String badge(Screen screen, int count) {
        int most = MatterLists.BADGE_ROWS_MAX;
        return count == 0 ? null : screen.number(Math.min(count, most)) + (count > most ? "+" : "");
    }

    /** The kinds, and all of them but reports of wrongdoing. */
    List<Choice> kinds(Screen screen) {
        var all = new ArrayList<>(choices(screen, "life.kind.", Kind.values()));
        all.add(new Choice(ListForm.UNACCUSING, screen.t("workbench.filter.unaccusing")));
        return all;
    }

    @Nullable String back() {
        var mark = piece.back();
        return mark == null ? null : form.address(ListForm.PATH, "at", mark.text());
    }

    @Nullable String next() {
        var mark = piece.next();
        return mark == null ? null : form.address(ListForm.PATH, "at", mark.text());
    }

    String sizes() {
        var address = form.address(ListForm.PATH, "at", "", "size", "");
        return address + (address.contains("?") ? "&" : "?") + "size=";
    }

    String sorted(MatterQuery.Sort sort) {
        return form.address(ListForm.PATH, "at", "", "sort", sort.name());
    }

    @Nullable String sortState(MatterQuery.Sort sort) {
        if (form.sort() != sort) {
            return null;
        }
        return sort == MatterQuery.Sort.DUE || sort == MatterQuery.Sort.OLDEST
                ? "ascending"
                : "descending";
    }

    String lateness(MatterLine row, Instant now) {
        return row.lateness(now).name();
    }

    String look(MatterLine row) {
        return Looks.stage(row.stage());
    }

    String category(Screen screen, MatterLine row) {
        return categories.name(row.category(), screen.locale());
    }

    /** What a select offers: the values of one of our types. */
    List<Choice> choices(Screen screen, String words, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(each -> new Choice(each.name(), screen.t(words + each)))
                .toList();
    }
}
