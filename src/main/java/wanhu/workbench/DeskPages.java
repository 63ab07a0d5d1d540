package wanhu.workbench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.category.Categories;
import wanhu.matter.Lens;
import wanhu.matter.MatterLists;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.WorkSource;

/** The page on which staff starts: how much, how late, what now. */
@Controller
@For
class DeskPages implements MenuSource {
    private static final List<Lens> TILES =
            List.of(Lens.TODO, Lens.SOON, Lens.OVERDUE, Lens.WAITING, Lens.PART, Lens.UNHAPPY);

    private final MatterLists lists;
    private final Units units;
    private final Categories categories;
    private final ObjectProvider<NextMeeting> meetings;
    private final ObjectProvider<WorkSource> works;

    DeskPages(
            MatterLists lists,
            Units units,
            Categories categories,
            ObjectProvider<NextMeeting> meetings,
            ObjectProvider<WorkSource> works) {
        this.lists = lists;
        this.units = units;
        this.categories = categories;
        this.meetings = meetings;
        this.works = works;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("workbench.desk.title", "/desk", 100),
                new MenuEntry("workbench.list.title", ListForm.PATH, 110, DeskPages::reads),
                new MenuEntry("workbench.phrases.title", "/phrases", 190, DeskPages::reads));
    }

    private static boolean reads(Actor actor) {
        return !actor.role().apart();
    }

    @GetMapping("/desk")
    ModelAndView desk(Actor actor) {
        var form = new ListForm(Map.of("lens", Lens.TODO.name(), "size", "10"));
        var names = new Names(units.tree(actor.county()));
        var badges = lists.counts(actor, TILES, MatterLists.TILE_ROWS_MAX);
        var todo =
                new ListPage(
                        form,
                        lists.list(actor, form.query(names.tree(), Set.of())),
                        badges.getOrDefault(Lens.TODO, 0),
                        badges,
                        names,
                        new CategoryNames(categories.tree(actor.county())),
                        List.of(),
                        List.of(),
                        actor.post());
        var meeting =
                meetings.orderedStream()
                        .flatMap(each -> each.next(actor).stream())
                        .findFirst()
                        .orElse(null);
        var cards = works.orderedStream().flatMap(each -> each.work(actor).stream()).toList();
        return Html.page("workbench/desk", new DeskPage(actor, todo, TILES, meeting, cards));
    }
}
