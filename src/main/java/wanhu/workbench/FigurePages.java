package wanhu.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.board.Histories;
import wanhu.category.Categories;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.matter.Lens;
import wanhu.matter.MatterFigures;
import wanhu.matter.MatterLists;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** Where matters stand, what share each level solves, what is old or stuck. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class FigurePages implements MenuSource {
    private static final List<Integer> MONTHS = List.of(1, 3, 12);
    private static final int MONTHS_USUAL = 12;

    private final MatterFigures figures;
    private final Histories histories;
    private final MatterLists lists;
    private final Laws laws;
    private final Units units;
    private final Categories categories;
    private final Clock clock;

    FigurePages(
            MatterFigures figures,
            Histories histories,
            MatterLists lists,
            Laws laws,
            Units units,
            Categories categories,
            Clock clock) {
        this.figures = figures;
        this.histories = histories;
        this.lists = lists;
        this.laws = laws;
        this.units = units;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "workbench.figures.title",
                        "/figures",
                        400,
                        actor ->
                                !actor.role().apart()
                                        && !actor.is(Role.GRID_WORKER, Role.PHONE_DESK)));
    }

    @GetMapping("/figures")
    ModelAndView figures(
            Actor actor,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "0") int idle) {
        var today = Zones.day(clock.instant());
        var span = MONTHS.contains(months) ? months : MONTHS_USUAL;
        var from = YearMonth.from(today).minusMonths(span - 1L).atDay(1);
        var spans = idleDays(actor, today);
        var days = spans.contains(idle) ? idle : spans.get(1);
        return Html.page(
                "workbench/figures",
                page(actor, new FiguresPage.Asked(from, today, span, days, spans)));
    }

    /** Half the days of the rule, the days of the rule, and twice as many. */
    private List<Integer> idleDays(Actor actor, LocalDate today) {
        int rule = laws.term(actor.county(), RuleKey.IDLE_WINDOW, today).amount();
        return List.of(Math.ceilDiv(rule, 2), rule, rule * 2);
    }

    private FiguresPage page(Actor actor, FiguresPage.Asked asked) {
        var names = new Names(units.tree(actor.county()));
        var named = new CategoryNames(categories.tree(actor.county()));
        return new FiguresPage(
                actor,
                asked,
                figures.standing(actor),
                histories.history(actor, YearMonth.from(asked.from()), asked.until()),
                troubles(actor, asked, names),
                names,
                named);
    }

    private FiguresPage.Troubles troubles(Actor actor, FiguresPage.Asked asked, Names names) {
        var today = asked.until();
        int redos = laws.number(actor.county(), RuleKey.REDO_PROBLEM, today);
        int passes = laws.number(actor.county(), RuleKey.PASSED_PROBLEM, today);
        var idle = form("trouble", "IDLE", "limit", Integer.toString(asked.idle()));
        var problem =
                form(
                        "trouble",
                        "PROBLEM",
                        "limit",
                        Integer.toString(redos),
                        "units",
                        Integer.toString(passes));
        var oldest = form("state", "OPEN", "sort", "OLDEST", "size", "10");
        return new FiguresPage.Troubles(
                count(actor, idle, names),
                idle,
                count(actor, problem, names),
                problem,
                lists.list(actor, oldest.query(names.tree(), Set.of())).rows(),
                oldest,
                redos,
                passes);
    }

    private int count(Actor actor, ListForm form, Names names) {
        return lists.count(actor, form.query(names.tree(), Set.of()));
    }

    /** A list of the territory with these conditions. */
    static ListForm form(String... conditions) {
        var values = new java.util.HashMap<String, String>(Map.of("lens", Lens.AREA.name()));
        for (int at = 0; at + 1 < conditions.length; at += 2) {
            values.put(conditions[at], conditions[at + 1]);
        }
        return new ListForm(values);
    }

    /** The days of a month, cut to a span. */
    static List<LocalDate> days(YearMonth month, FiguresPage.Asked asked) {
        var first = month.atDay(1);
        var last = month.atEndOfMonth();
        return List.of(
                first.isBefore(asked.from()) ? asked.from() : first,
                last.isAfter(asked.until()) ? asked.until() : last);
    }
}
