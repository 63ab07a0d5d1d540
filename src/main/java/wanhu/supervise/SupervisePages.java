package wanhu.supervise;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Verb;
import wanhu.export.Exports;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The lists of supervision: orders that run, orders struck off, what rules have found. */
@Controller
@ForMatters
class SupervisePages implements MenuSource {
    private static final int MENU_ORDER = 150;

    private final SupervisionLists lists;
    private final Prompts prompts;
    private final Chases reminders;
    private final Lines views;
    private final SupervisionFile file;
    private final Exports exports;

    SupervisePages(
            SupervisionLists lists,
            Prompts prompts,
            Chases reminders,
            Lines views,
            SupervisionFile file,
            Exports exports) {
        this.lists = lists;
        this.prompts = prompts;
        this.reminders = reminders;
        this.views = views;
        this.file = file;
        this.exports = exports;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "supervise.title",
                        "/supervise",
                        MENU_ORDER,
                        actor -> !actor.role().apart()));
    }

    /**
     * The list of orders.
     *
     * @param next key of the next piece; null at the end
     */
    record ListPage(
            Filter asked, List<Lines.Line> rows, long total, @Nullable String next, int prompts) {
        String nextHref() {
            return "/supervise?" + asked.address() + "&after=" + next;
        }
    }

    @GetMapping("/supervise")
    ModelAndView list(Actor actor, @ModelAttribute Filter asked) {
        var piece = lists.page(actor, asked);
        return Html.page(
                "supervise/list",
                new ListPage(
                        asked,
                        views.lines(actor, piece.rows()),
                        piece.total(),
                        piece.next(),
                        prompts.count(actor)));
    }

    @GetMapping("/supervise/export.xlsx")
    void export(
            Actor actor, @ModelAttribute Filter asked, Locale locale, HttpServletResponse response)
            throws IOException {
        var rows = lists.all(actor, asked);
        var act = Act.of(Verb.EXPORTED, "supervise").with("rows", rows.size());
        var mark = exports.take(actor, act, locale);
        file.write(views.lines(actor, rows), mark, locale, response);
    }

    /** The list of what rules have found. */
    record PromptsPage(String rule, List<Lines.Found> rows, long total, @Nullable String next) {
        String nextHref() {
            return "/supervise/prompts?rule=" + rule + "&after=" + next;
        }
    }

    @GetMapping("/supervise/prompts")
    ModelAndView prompts(
            Actor actor,
            @RequestParam(required = false) Prompt.@Nullable Rule rule,
            @RequestParam(required = false) @Nullable String after) {
        var name = rule == null ? "" : rule.name();
        var piece = prompts.page(actor, name, Key.of(after));
        return Html.page(
                "supervise/prompts",
                new PromptsPage(
                        name,
                        views.found(actor, piece.rows(), prompts),
                        piece.total(),
                        piece.next()));
    }

    @PostMapping("/supervise/prompts/{supervisePrompt}/dismiss")
    ModelAndView dismiss(
            Actor actor,
            @PathVariable UUID supervisePrompt,
            @RequestParam(defaultValue = "") String reason) {
        prompts.dismiss(actor, supervisePrompt, reason);
        return Html.redirect("/supervise/prompts?said=supervise.said.dismissed");
    }

    @PostMapping("/supervise/reminders")
    ModelAndView remind(
            Actor actor,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String text) {
        reminders.remind(actor, matter, text);
        return Html.redirect("/matters/" + matter + "?said=supervise.said.reminded");
    }
}
