package wanhu.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import wanhu.base.Cells;
import wanhu.export.Mark;

/** A table that is written row by row while it is read; no cell is taken for a formula. */
sealed interface Sheet extends AutoCloseable {
    /** Writes a row. */
    void row(List<String> cells);

    /** Writes who took it, after the last row. */
    void mark(Mark mark);

    @Override
    void close();

    /** CSV with a byte order mark, so that Excel reads it as UTF-8 (RFC 4180). */
    record Csv(Writer writer) implements Sheet {
        static Csv to(OutputStream stream) throws IOException {
            var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            return new Csv(writer);
        }

        @Override
        public void row(List<String> cells) {
            try {
                writer.write(cells.stream().map(Cells::csv).collect(Collectors.joining(",")));
                writer.write("\r\n");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void mark(Mark mark) {
            row(List.of(mark.noted()));
        }

        @Override
        public void close() {
            try {
                writer.flush();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** An Excel file of one sheet. */
    final class Excel implements Sheet {
        private static final int FLUSH_ROWS = 500;

        private final Workbook book;
        private final Worksheet sheet;
        private int line;

        Excel(OutputStream stream, String title) {
            book = new Workbook(stream, "wanhu", "1.0");
            sheet = book.newWorksheet(title);
        }

        @Override
        public void row(List<String> cells) {
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(line, column, Cells.text(cells.get(column)));
            }
            line++;
            if (line % FLUSH_ROWS == 0) {
                flush();
            }
        }

        @Override
        public void mark(Mark mark) {
            try {
                mark.on(book, sheet);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            try {
                book.finish();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
