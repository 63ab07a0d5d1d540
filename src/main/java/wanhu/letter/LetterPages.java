package wanhu.letter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
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
import wanhu.org.Units;
import wanhu.paper.Papers;
import wanhu.paper.Sheet;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** Letters that were issued: their list, each of them, their files. */
@Controller
@ForMatters
class LetterPages implements MenuSource {
    private static final int MENU_ORDER = 155;

    private final Letters letters;
    private final Papers papers;
    private final LetterFile file;
    private final Exports exports;
    private final Units units;

    LetterPages(Letters letters, Papers papers, LetterFile file, Exports exports, Units units) {
        this.letters = letters;
        this.papers = papers;
        this.file = file;
        this.exports = exports;
        this.units = units;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "letter.title", "/letters", MENU_ORDER, actor -> !actor.role().apart()));
    }

    /**
     * The list.
     *
     * @param writes whether the post writes letters, and so has a head to set up
     */
    record ListPage(
            Filter asked,
            List<Letter> rows,
            long total,
            @org.jspecify.annotations.Nullable String next,
            boolean writes) {
        String nextHref() {
            return "/letters?" + asked.address() + "&after=" + next;
        }
    }

    @GetMapping("/letters")
    ModelAndView list(Actor actor, @ModelAttribute Filter asked) {
        var piece = letters.page(actor, asked);
        return Html.page(
                "letter/list",
                new ListPage(
                        asked, piece.rows(), piece.total(), piece.next(), Subjects.writes(actor)));
    }

    @GetMapping("/letters/export.xlsx")
    void export(
            Actor actor, @ModelAttribute Filter asked, Locale locale, HttpServletResponse response)
            throws IOException {
        var rows = letters.all(actor, asked);
        var act = Act.of(Verb.EXPORTED, "letters").with("rows", rows.size());
        file.table(rows, locale).excel(exports.take(actor, act, locale), response);
    }

    /** A letter as it was issued. */
    record ShowPage(
            Letter letter,
            String unit,
            String to,
            String subject,
            List<Sheet> sheets,
            boolean mayWithdraw) {}

    @GetMapping("/letters/{letter}")
    ModelAndView show(Actor actor, @PathVariable UUID letter) {
        var found = letters.get(actor, letter);
        var to = found.about().to();
        return Html.page(
                "letter/show",
                new ShowPage(
                        found,
                        name(found, found.unit()),
                        to == null ? "" : name(found, to),
                        subject(found),
                        found.disposed() ? List.of() : papers.sheets(letters.paper(found)),
                        letters.mayWithdraw(actor, found)));
    }

    private String name(Letter letter, UUID unit) {
        return units.get(letter.county(), unit).name();
    }

    private static String subject(Letter letter) {
        var about = letter.about();
        return switch (letter.kind()) {
            case ORDER -> "/supervise/" + about.id();
            case TRANSFER, REPLY -> "/matters/" + about.number();
            case MINUTES -> "/rounds/" + about.id();
        };
    }

    @PostMapping("/letters/{letter}/withdraw")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID letter,
            @RequestParam(defaultValue = "") String reason) {
        letters.withdraw(actor, letter, reason);
        return Html.redirect("/letters/" + letter + "?said=letter.said.withdrawn");
    }

    @GetMapping("/letters/{letter}/file.pdf")
    void pdf(Actor actor, @PathVariable UUID letter, HttpServletResponse response)
            throws IOException {
        var paper = letters.take(actor, letter, "pdf");
        headers(response, "application/pdf", paper.number() + ".pdf");
        papers.pdf(paper, response.getOutputStream());
    }

    @GetMapping("/letters/{letter}/file.docx")
    void docx(Actor actor, @PathVariable UUID letter, HttpServletResponse response)
            throws IOException {
        var paper = letters.take(actor, letter, "docx");
        headers(
                response,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                paper.number() + ".docx");
        papers.docx(paper, response.getOutputStream());
    }

    private static void headers(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
