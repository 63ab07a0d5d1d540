package wanhu.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import wanhu.base.Cells;
import wanhu.base.RecordQuery;
import wanhu.base.Recorded;
import wanhu.base.RequestNumber;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.export.Mark;

/** Rows of the record as a file, written piece by piece as they are read. */
@Component
class RecordExport {
    /** So many rows a file at most; its last line says when there were more. */
    static final int ROWS_MAX = 100_000;

    private static final int PIECE_ROWS = 2_000;
    private static final List<String> COLUMNS =
            List.of(
                    "at", "who", "post", "what", "thing", "object", "reason", "facts", "request",
                    "address", "id");

    private final RecordSearch search;
    private final RecordNames names;
    private final Words words;

    RecordExport(RecordSearch search, RecordNames names, Words words) {
        this.search = search;
        this.names = names;
        this.words = words;
    }

    /** In which language, with whose mark, and on which day a file is made. */
    record Way(Locale locale, Mark mark, LocalDate day) {}

    /** Sends what the query finds. */
    void send(RecordQuery query, Way way, HttpServletResponse response) throws IOException {
        var name = "audit-" + way.day() + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                response.getOutputStream(), StandardCharsets.UTF_8))) {
            write(query, way.locale(), out);
            out.write(way.mark().csv());
        }
    }

    private void write(RecordQuery query, Locale locale, Writer out) throws IOException {
        out.write('\uFEFF');
        line(out, COLUMNS.stream().map(each -> words.text(locale, "audit.col." + each)));
        var rest = query;
        int written = 0;
        for (var piece = search.list(rest, PIECE_ROWS);
                !piece.isEmpty();
                piece = search.list(rest, PIECE_ROWS)) {
            if (written == ROWS_MAX) {
                line(out, Stream.of(words.text(locale, "audit.export.more", ROWS_MAX)));
                return;
            }
            var known = names.of(query.county(), piece);
            for (var row : piece) {
                line(out, cells(row, known, locale));
            }
            written += piece.size();
            rest = rest.after(piece.getLast().at(), piece.getLast().id());
        }
    }

    private Stream<String> cells(Recorded row, Map<UUID, String> known, Locale locale) {
        var request = row.request();
        var address = row.address();
        return Stream.of(
                row.at().atZone(Zones.CHINA).toOffsetDateTime().toString(),
                RecordNames.who(row, known)
                        .orElseGet(() -> words.text(locale, RecordNames.nobody(row))),
                RecordNames.title(row, known),
                words.text(locale, RecordNames.word(row)),
                words.text(locale, "audit.thing." + row.thing()),
                row.object(),
                row.reason(),
                row.facts(),
                request == null ? "" : RequestNumber.shown(request),
                address == null ? "" : SearchForm.sign(address),
                row.id().toString());
    }

    private static void line(Writer out, Stream<String> cells) throws IOException {
        out.write(cells.map(Cells::csv).collect(Collectors.joining(",")));
        out.write("\r\n");
    }
}
