package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A list that goes out piece by piece: at most {@value #PIECE_ROWS} of its rows are in memory, and
 * no connection of the database is held while a slow reader takes them.
 */
final class Listing {
    /** Rows that are read and written at a time. */
    static final int PIECE_ROWS = 100;

    private final Format format;
    private final String root;
    private final String item;

    Listing(HttpServletRequest request, String root, String item) {
        this.format = Format.of(request);
        this.root = root;
        this.item = item;
    }

    /** Requests, as every answer with requests names them. */
    static Listing ofRequests(HttpServletRequest request) {
        return new Listing(request, "service_requests", "request");
    }

    /**
     * Writes all rows.
     *
     * @param ids of the rows, in their order
     * @param read the rows of a piece
     */
    <T> void write(HttpServletResponse response, List<T> ids, Function<List<T>, List<Value>> read)
            throws IOException {
        var first = read.apply(ids.subList(0, Math.min(PIECE_ROWS, ids.size())));
        response.setContentType(format.type());
        var out =
                new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        begin(out);
        boolean some = rows(out, first, false);
        for (int from = PIECE_ROWS; from < ids.size(); from += PIECE_ROWS) {
            var piece = ids.subList(from, Math.min(from + PIECE_ROWS, ids.size()));
            some = rows(out, read.apply(piece), some);
        }
        end(out);
        out.flush();
    }

    private void begin(Writer out) throws IOException {
        if (format == Format.JSON) {
            out.append('[');
            return;
        }
        out.append(XmlText.DECLARATION);
        XmlText.open(out, root);
    }

    private boolean rows(Writer out, List<Value> rows, boolean before) throws IOException {
        boolean some = before;
        for (Value row : rows) {
            if (format == Format.JSON) {
                out.append(some ? ",\n" : "");
                JsonText.write(out, row);
            } else {
                XmlText.write(out, item, row);
            }
            some = true;
        }
        return some;
    }

    private void end(Writer out) throws IOException {
        if (format == Format.JSON) {
            out.append(']');
        } else {
            XmlText.close(out, root);
        }
    }
}
