package wanhu.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.export.Exports;
import wanhu.export.MarkedTable;
import wanhu.org.Unit;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** 看板: the figures of the own territory, and of each one below it. */
@Controller
@For({
    Role.GRID_WORKER,
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class OverviewPages implements MenuSource {
    static final String PATH = "/overview";
    private static final int MENU_ORDER = 401;

    private final Overviews overviews;
    private final Exports exports;
    private final Words words;

    OverviewPages(Overviews overviews, Exports exports, Words words) {
        this.overviews = overviews;
        this.exports = exports;
        this.words = words;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("overview.title", PATH, MENU_ORDER, OverviewPages::reads));
    }

    static boolean reads(Actor actor) {
        return actor.is(
                Role.GRID_WORKER,
                Role.VILLAGE_CLERK,
                Role.TOWNSHIP_CLERK,
                Role.COUNTY_CLERK,
                Role.FOLLOW_UP,
                Role.LEADER);
    }

    /** Nothing to show: the post has no territory. */
    record NonePage(String title) {}

    @GetMapping(PATH)
    ModelAndView own(Actor actor) {
        return overviews
                .own(actor)
                .map(unit -> page(actor, unit))
                .orElseGet(() -> Html.page("overview/none", new NonePage(actor.title())));
    }

    @GetMapping(PATH + "/{unit}")
    ModelAndView unit(Actor actor, @PathVariable UUID unit) {
        return page(actor, overviews.unit(actor, unit));
    }

    private ModelAndView page(Actor actor, Unit unit) {
        return Html.page(
                "overview/overview",
                new OverviewPage(
                        actor, overviews.overview(actor, unit), WallBoardPages.opens(actor, unit)));
    }

    /** The lines of the page as a file. */
    @GetMapping(PATH + "/{unit}/export.xlsx")
    void excel(Actor actor, @PathVariable UUID unit, Locale locale, HttpServletResponse response)
            throws IOException {
        var of = overviews.unit(actor, unit);
        var mark =
                exports.take(actor, Act.of(Verb.EXPORTED, "overview").with("unit", unit), locale);
        var rows = new OverviewTable(words, locale).rows(overviews.overview(actor, of));
        new MarkedTable("overview", words.text(locale, "overview.title"), rows)
                .excel(mark, response);
    }
}
