package wanhu.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.HttpHeaders;
import wanhu.base.Cells;

/**
 * A small table that leaves as a file with its mark: formulas are neutralised, nothing is cached.
 *
 * @param name of the file, without its ending; letters, digits and hyphens
 * @param sheet name of the sheet in an Excel file
 * @param rows its head and its lines
 */
public record MarkedTable(String name, String sheet, List<List<String>> rows) {
    public MarkedTable {
        rows = List.copyOf(rows);
    }

    /** Writes it as CSV that Excel opens in UTF-8. */
    public void csv(Mark mark, HttpServletResponse response) throws IOException {
        begin(response, "text/csv;charset=UTF-8", "csv");
        var text =
                rows.stream()
                        .map(row -> row.stream().map(Cells::csv).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        response.getOutputStream().write((text + mark.csv()).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes it as an Excel file. */
    public void excel(Mark mark, HttpServletResponse response) throws IOException {
        begin(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "xlsx");
        try (var book = new Workbook(response.getOutputStream(), "wanhu", "1.0")) {
            var page = book.newWorksheet(sheet);
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < rows.get(line).size(); column++) {
                    page.value(line, column, Cells.text(rows.get(line).get(column)));
                }
            }
            mark.on(book, page);
        }
    }

    private void begin(HttpServletResponse response, String type, String ending) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "." + ending + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
