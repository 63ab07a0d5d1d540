package wanhu.supervise;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import wanhu.base.Cells;
import wanhu.base.Words;
import wanhu.export.Mark;

/** The list of orders as a file for spreadsheets; no cell is taken for a formula. */
@Component
class SupervisionFile {
    private static final List<String> COLUMNS =
            List.of(
                    "number", "matter", "title", "rank", "listed", "ground", "demand", "issuer",
                    "to", "issued", "due", "state", "late");

    private final Words words;

    SupervisionFile(Words words) {
        this.words = words;
    }

    void write(List<Lines.Line> lines, Mark mark, Locale locale, HttpServletResponse response)
            throws IOException {
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"supervision.xlsx\"");
        try (var book = new Workbook(response.getOutputStream(), "Wanhu", "1.0")) {
            var sheet = book.newWorksheet(words.text(locale, "supervise.title"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(
                        0, column, words.text(locale, "supervise.column." + COLUMNS.get(column)));
            }
            for (int line = 0; line < lines.size(); line++) {
                var cells = cells(lines.get(line), locale);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(line + 1, column, Cells.text(cells.get(column)));
                }
            }
            mark.on(book, sheet);
        }
    }

    private List<String> cells(Lines.Line line, Locale locale) {
        var order = line.order();
        return List.of(
                order.number(),
                order.of().number(),
                line.title(),
                words.text(locale, "supervise.rank." + order.rank()),
                order.listed() ? words.text(locale, "supervise.listed") : "",
                words.text(locale, "supervise.ground." + order.ground()),
                order.demand(),
                line.issuer(),
                line.to(),
                wanhu.base.Zones.day(order.times().issued()).toString(),
                order.times().due().toString(),
                words.text(locale, "supervise.state." + order.state()),
                words.text(locale, "shell.late." + line.lateness()));
    }
}
