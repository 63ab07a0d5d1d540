package wanhu.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import wanhu.base.Cells;
import wanhu.base.Fen;
import wanhu.base.Words;
import wanhu.export.Mark;

/** The ledger as a file for spreadsheets; no cell is taken for a formula. */
@Component
class ProjectFile {
    /** Without it Excel takes UTF-8 for the code page of the machine. */
    private static final String MARK = "\uFEFF";

    private static final int FEN_DIGITS = 2;

    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "title",
                    "source",
                    "phase",
                    "year",
                    "place",
                    "responsible",
                    "leader",
                    "budget",
                    "spent",
                    "funding",
                    "deadline",
                    "percent",
                    "late",
                    "households",
                    "people",
                    "mu",
                    "promise");

    private final Words words;

    ProjectFile(Words words) {
        this.words = words;
    }

    void csv(List<Row> rows, Mark mark, Locale locale, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        name(response, "projects.csv");
        var out = response.getWriter();
        out.write(MARK + heading(locale).stream().map(Cells::csv).collect(Collectors.joining(",")));
        out.write("\r\n");
        for (Row row : rows) {
            var line =
                    cells(row, locale).stream()
                            .map(each -> each instanceof String text ? Cells.csv(text) : each)
                            .map(Object::toString)
                            .collect(Collectors.joining(","));
            out.write(line + "\r\n");
        }
        out.write(mark.csv());
    }

    void excel(List<Row> rows, Mark mark, Locale locale, HttpServletResponse response)
            throws IOException {
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        name(response, "projects.xlsx");
        try (var book = new Workbook(response.getOutputStream(), "Wanhu", "1.0")) {
            var sheet = book.newWorksheet(words.text(locale, "ledger.title"));
            var heading = heading(locale);
            for (int column = 0; column < heading.size(); column++) {
                sheet.value(0, column, heading.get(column));
            }
            for (int line = 0; line < rows.size(); line++) {
                var cells = cells(rows.get(line), locale);
                for (int column = 0; column < cells.size(); column++) {
                    switch (cells.get(column)) {
                        case Number number -> sheet.value(line + 1, column, number);
                        case Object other ->
                                sheet.value(line + 1, column, Cells.text(other.toString()));
                    }
                }
            }
            mark.on(book, sheet);
        }
    }

    private static void name(HttpServletResponse response, String file) {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    private List<String> heading(Locale locale) {
        return COLUMNS.stream().map(each -> words.text(locale, "ledger.column." + each)).toList();
    }

    private List<Object> cells(Row row, Locale locale) {
        var project = row.project();
        var reach = project.promise().reach();
        return List.of(
                project.number(),
                project.about().title(),
                words.text(locale, "ledger.source." + project.about().source()),
                words.text(locale, "ledger.phase." + project.phase()),
                project.about().year(),
                row.place(),
                row.responsible(),
                row.leader(),
                yuan(project.money().budget()),
                yuan(project.money().spent()),
                project.money().funding(),
                project.promise().deadline().toString(),
                project.percent(),
                words.text(locale, "shell.late." + row.lateness()),
                reach.households(),
                reach.people(),
                reach.mu(),
                project.promise().text());
    }

    private static BigDecimal yuan(Fen money) {
        return BigDecimal.valueOf(money.amount(), FEN_DIGITS);
    }
}
