package wanhu.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.export.Exports;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The ledger as lists: all of it, a year's plan, what is due this month; and as files. */
@Controller
@For({
    Role.GRID_WORKER,
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.PHONE_DESK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class LedgerPages implements MenuSource {
    private static final int MENU_ORDER = 300;
    private static final String BASE = "/projects";
    private static final String LIST = BASE + "?";

    /** So many days without a word are a silence. */
    private static final int SILENT_DAYS = 30;

    private final ProjectLists lists;
    private final ProjectNames names;
    private final Units units;
    private final ProjectFile file;
    private final Exports exports;
    private final Clock clock;

    LedgerPages(
            ProjectLists lists,
            ProjectNames names,
            Units units,
            ProjectFile file,
            Exports exports,
            Clock clock) {
        this.exports = exports;
        this.lists = lists;
        this.names = names;
        this.units = units;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("ledger.title", BASE, MENU_ORDER, actor -> !actor.role().apart()));
    }

    @GetMapping("/projects")
    ModelAndView list(Actor actor, @ModelAttribute ListPage.Query asked) {
        var reader = ProjectLists.Reader.of(actor);
        var filter = filter(actor.county(), asked);
        var page = lists.page(reader, filter, asked.after());
        return Html.page(
                "ledger/list",
                new ListPage(
                        LIST,
                        asked,
                        names.rows(page.rows()),
                        lists.sums(reader, filter),
                        page.next(),
                        names.places(actor),
                        names.doers(actor.county()),
                        lists.years(actor.county()),
                        actor.is(Projects.officers())));
    }

    @GetMapping("/projects/export.csv")
    void csv(
            Actor actor,
            @ModelAttribute ListPage.Query asked,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var mark = exports.take(actor, wanhu.base.Act.of(Verb.EXPORTED, "projects"), locale);
        file.csv(rows(actor, asked), mark, locale, response);
    }

    @GetMapping("/projects/export.xlsx")
    void excel(
            Actor actor,
            @ModelAttribute ListPage.Query asked,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var mark = exports.take(actor, wanhu.base.Act.of(Verb.EXPORTED, "projects"), locale);
        file.excel(rows(actor, asked), mark, locale, response);
    }

    private List<Row> rows(Actor actor, ListPage.Query asked) {
        var reader = ProjectLists.Reader.of(actor);
        return names.rows(lists.all(reader, filter(actor.county(), asked)));
    }

    @GetMapping("/projects/plan")
    ModelAndView plan(Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        var reader = ProjectLists.Reader.of(actor);
        int chosen = Objects.requireNonNullElse(year, today().getYear());
        var filter = new Filter(null, "", null, null, chosen, false);
        return Html.page(
                "ledger/plan",
                PlanPage.of(
                        chosen,
                        names.rows(lists.all(reader, filter)),
                        lists.years(actor.county())));
    }

    @GetMapping("/projects/month")
    ModelAndView month(Actor actor, @RequestParam(defaultValue = "") String month) {
        var reader = ProjectLists.Reader.of(actor);
        var chosen = month(month);
        var items =
                lists.due(reader, chosen).stream()
                        .map(each ->
                                new MonthPage.Line(
                                        each,
                                        names.unit(actor.county(), each.responsible()),
                                        Behind.of(each.due(), false, clock.instant()),
                                        Behind.end(each.due())))
                        .toList();
        var silent = names.rows(lists.silent(reader, today().minusDays(SILENT_DAYS)));
        return Html.page("ledger/month", new MonthPage(chosen, items, silent, SILENT_DAYS));
    }

    private YearMonth month(String typed) {
        try {
            return typed.isBlank() ? YearMonth.from(today()) : YearMonth.parse(typed);
        } catch (DateTimeParseException _) {
            throw new Refused(Refused.Kind.INVALID, "ledger.refused.month");
        }
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }

    private Filter filter(int county, ListPage.Query asked) {
        var tree = units.tree(county);
        return new Filter(
                asked.phase(),
                ListPage.Query.shown(asked.q()).strip(),
                path(tree, asked.unit()),
                path(tree, asked.place()),
                Objects.requireNonNullElse(asked.year(), 0),
                asked.behind());
    }

    private static @Nullable OrgPath path(Tree tree, @Nullable String id) {
        if (id == null || !id.matches("[0-9a-fA-F-]{36}")) {
            return null;
        }
        return tree.find(UUID.fromString(id)).map(Unit::path).orElse(null);
    }
}
