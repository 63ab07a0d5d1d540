package wanhu.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.export.Exports;
import wanhu.export.Job;
import wanhu.export.Wish;
import wanhu.matter.MatterLists;
import wanhu.shell.Languages;

/** The filtered list as a file; nothing in it tells who asked, but who took it. */
@Controller
@ForMatters
class ExportPages {
    private final MatterFiles files;
    private final MatterLists lists;
    private final Exports exports;
    private final Clock clock;

    ExportPages(MatterFiles files, MatterLists lists, Exports exports, Clock clock) {
        this.files = files;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/matters/export.csv")
    void csv(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = wanted(actor, parameters, request);
        if (!ready(actor, wanted, response)) {
            return;
        }
        var mark = exports.take(actor, wanted.wish(), wanted.reader().locale());
        response.setContentType("text/csv;charset=UTF-8");
        named(response, "csv");
        try (var sheet = Sheet.Csv.to(response.getOutputStream())) {
            write(actor, wanted, sheet);
            sheet.mark(mark);
        }
    }

    @GetMapping("/matters/export.xlsx")
    void excel(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = wanted(actor, parameters, request);
        if (!ready(actor, wanted, response)) {
            return;
        }
        var mark = exports.take(actor, wanted.wish(), wanted.reader().locale());
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        named(response, "xlsx");
        var title = wanted.reader().text("workbench.export.sheet");
        try (var sheet = new Sheet.Excel(response.getOutputStream(), title)) {
            write(actor, wanted, sheet);
            sheet.mark(mark);
        }
    }

    /** What is too much for one person alone leads to the form that asks a second one. */
    private boolean ready(Actor actor, Wanted wanted, HttpServletResponse response)
            throws IOException {
        boolean ready = exports.ready(actor, wanted.wish());
        if (!ready) {
            response.sendRedirect(wanted.form().address("/matters/export/ask", "at", ""));
        }
        return ready;
    }

    /** What is asked for when many rows are wanted. */
    record AskPage(ListForm form, Wish wish, int free) {
        String action() {
            return form.address("/matters/export/ask", "at", "");
        }

        /** Where the same is asked for in the background. */
        String job() {
            return form.address("/matters/export/job", "at", "");
        }

        String back() {
            return form.address(ListForm.PATH, "at", "");
        }

        /** Counted no further than a limit: one more stands for more. */
        boolean more() {
            return wish.rows() > MatterLists.COUNT_ROWS_MAX;
        }

        int counted() {
            return Math.min(wish.rows(), MatterLists.COUNT_ROWS_MAX);
        }
    }

    @GetMapping("/matters/export/ask")
    ModelAndView ask(
            Actor actor, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        var wanted = wanted(actor, parameters, request);
        if (wanted.wish().free()) {
            return Html.redirect(wanted.form().address(ListForm.PATH, "at", ""));
        }
        return Html.page(
                "workbench/exportAsk",
                new AskPage(wanted.form(), wanted.wish(), Exports.ROWS_FREE_MAX));
    }

    @PostMapping("/matters/export/ask")
    ModelAndView asked(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var wish = wanted(actor, parameters, request).wish();
        Refused.unless(Refused.Kind.RULE, !wish.free(), "workbench.refused.export-free");
        exports.ask(actor, wish, reason);
        return Html.redirect("/exports?said=export.said.asked");
    }

    /** In the background: CSV of the list in any length, asked for where somebody must. */
    @PostMapping("/matters/export/job")
    ModelAndView job(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var how = new MatterFiles.How(Job.Format.CSV, false, Languages.of(request), reason);
        files.begin(actor, parameters, how, null);
        return Html.redirect("/exports?said=export.said.job");
    }

    private void named(HttpServletResponse response, String ending) {
        var day = Zones.day(clock.instant());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"matters-" + day + "." + ending + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** What is wanted: which rows, in which words. */
    private record Wanted(ListForm form, MatterFiles.Reader reader, Wish wish) {}

    private Wanted wanted(Actor actor, Map<String, String> parameters, HttpServletRequest request) {
        var form = new ListForm(parameters);
        var locale = Languages.of(request);
        var reader = files.reader(actor.county(), locale);
        return new Wanted(form, reader, files.wish(actor, form, locale));
    }

    private void write(Actor actor, Wanted wanted, Sheet sheet) {
        var reader = wanted.reader();
        sheet.row(MatterFiles.head(reader));
        int[] line = {0};
        lists.export(
                actor,
                reader.query(wanted.form()),
                row -> sheet.row(files.cells(++line[0], row, reader)));
    }
}
