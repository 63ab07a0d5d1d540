package wanhu.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Plain;
import wanhu.base.Refused;
import wanhu.base.TableFile;

/** Reads an import file row by row: CSV, Excel, or one JSON object a line. */
final class FileReader {
    private static final int LINE_CHARACTERS_MAX = 200_000;

    private final JsonMapper json;

    FileReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * Gives each row to the taker; a row that can't be read at all comes without cells.
     *
     * @throws Refused when it is no such file, or has neither title nor text as a heading
     */
    void read(Path file, Consumer<FileRow> taker) {
        try {
            if (lines(file)) {
                readLines(file, taker);
            } else {
                var table = new Table(taker);
                TableFile.read(file, table::row);
            }
        } catch (MalformedInputException _) {
            throw new Refused(Refused.Kind.INVALID, "intake.refused.encoding");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean lines(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            for (byte each : input.readNBytes(64)) {
                if (each == '{') {
                    return true;
                }
                boolean blank =
                        each == ' ' || each == '\n' || each == '\r' || each == '\t' || each < 0;
                if (!blank) {
                    return false;
                }
            }
            return false;
        }
    }

    private void readLines(Path file, Consumer<FileRow> taker) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 1;
            for (var line = line(reader); line != null; line = line(reader)) {
                if (!line.isBlank()) {
                    taker.accept(new FileRow(number, object(line)));
                }
                number++;
            }
        }
    }

    /** Counted while it is read: a file may be one line that fills the memory. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() >= LINE_CHARACTERS_MAX) {
                throw new Refused(Refused.Kind.INVALID, "intake.refused.line", LINE_CHARACTERS_MAX);
            }
            line.append((char) next);
            next = reader.read();
        }
        return line.toString();
    }

    private Map<FileColumn, String> object(String line) {
        var cells = new EnumMap<FileColumn, String>(FileColumn.class);
        try {
            json.readTree(line)
                    .properties()
                    .forEach(each ->
                            FileColumn.find(each.getKey())
                                    .ifPresent(column ->
                                            cells.put(
                                                    column,
                                                    Plain.text(each.getValue().asString("")))));
        } catch (JacksonException _) {
            return Map.of();
        }
        return cells;
    }

    /** A table: the first row is the heading. */
    private static final class Table {
        private final Consumer<FileRow> taker;
        private final Map<Integer, FileColumn> columns = new HashMap<>();
        private boolean headed;

        Table(Consumer<FileRow> taker) {
            this.taker = taker;
        }

        void row(int number, List<String> cells) {
            if (!headed) {
                head(cells);
                return;
            }
            var known = new EnumMap<FileColumn, String>(FileColumn.class);
            columns.forEach((at, column) -> {
                if (at < cells.size()) {
                    known.putIfAbsent(column, cells.get(at));
                }
            });
            taker.accept(new FileRow(number, known));
        }

        private void head(List<String> cells) {
            for (int at = 0; at < cells.size(); at++) {
                var column = FileColumn.find(cells.get(at));
                if (column.isPresent()) {
                    columns.put(at, column.get());
                }
            }
            boolean told =
                    columns.containsValue(FileColumn.TITLE)
                            || columns.containsValue(FileColumn.TEXT);
            if (!told) {
                throw new Refused(Refused.Kind.INVALID, "intake.refused.heading");
            }
            headed = true;
        }
    }
}
