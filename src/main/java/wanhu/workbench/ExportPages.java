package wanhu.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.export.Exports;
import wanhu.export.Wish;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterQuery;
import wanhu.org.Units;
import wanhu.shell.Languages;

/** The filtered list as a file; nothing in it tells who asked, but who took it. */
@Controller
@ForMatters
class ExportPages {
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "title",
                    "kind",
                    "category",
                    "channel",
                    "place",
                    "stage",
                    "holder",
                    "due",
                    "late",
                    "supporters",
                    "redos",
                    "reported",
                    "solved");

    private static final String LIST = "matters";

    private final MatterLists lists;
    private final Units units;
    private final Categories categories;
    private final Words words;
    private final Exports exports;
    private final Clock clock;

    ExportPages(
            MatterLists lists,
            Units units,
            Categories categories,
            Words words,
            Exports exports,
            Clock clock) {
        this.lists = lists;
        this.units = units;
        this.categories = categories;
        this.words = words;
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

    private void named(HttpServletResponse response, String ending) {
        var day = Zones.day(clock.instant());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"matters-" + day + "." + ending + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** In whose words and with which names a file is written. */
    private record Reader(
            int county, Locale locale, Words words, Names names, CategoryNames categories) {
        String text(String key) {
            return words.text(county, locale, key);
        }
    }

    private Reader reader(Actor actor, HttpServletRequest request) {
        var names = new Names(units.tree(actor.county()));
        var named = new CategoryNames(categories.tree(actor.county()));
        return new Reader(actor.county(), Languages.of(request), words, names, named);
    }

    /** What is wanted: which rows, in which words. */
    private record Wanted(ListForm form, MatterQuery query, Reader reader, Wish wish) {}

    private Wanted wanted(Actor actor, Map<String, String> parameters, HttpServletRequest request) {
        var reader = reader(actor, request);
        var form = new ListForm(parameters);
        var below = reader.categories().subtree(form.value("category"));
        var query = form.query(reader.names().tree(), below);
        var filters = form.address("", "at", "", "size", "", "sort", "").replaceFirst("\\?", "");
        var conditions = form.conditions();
        var lens = reader.text("workbench.lens." + form.lens());
        var told =
                conditions == 0
                        ? lens
                        : words.text(reader.locale(), "workbench.export.told", lens, conditions);
        return new Wanted(
                form, query, reader, new Wish(LIST, filters, told, lists.count(actor, query)));
    }

    private void write(Actor actor, Wanted wanted, Sheet sheet) {
        var reader = wanted.reader();
        var head = COLUMNS.stream().map(each -> "workbench.col." + each);
        sheet.row(Stream.concat(Stream.of("shell.row"), head).map(reader::text).toList());
        int[] line = {0};
        lists.export(actor, wanted.query(), row -> sheet.row(cells(++line[0], row, reader)));
    }

    private List<String> cells(int line, MatterLine row, Reader reader) {
        var names = reader.names();
        return List.of(
                Integer.toString(line),
                row.number(),
                row.title(),
                reader.text("life.kind." + row.kind()),
                reader.categories().full(row.category(), reader.locale()),
                reader.text("life.channel." + row.channel()),
                names.place(row.place()),
                reader.text("life.stage." + row.stage()),
                names.place(row.holder()),
                row.due() == null ? "" : Moment.text(row.due()),
                reader.text("shell.late." + row.lateness(clock.instant())),
                Integer.toString(row.supporters()),
                Integer.toString(row.redos()),
                Moment.text(row.reported()),
                row.solved() == null ? "" : Moment.text(row.solved()));
    }
}
