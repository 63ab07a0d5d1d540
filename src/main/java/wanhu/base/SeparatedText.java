package wanhu.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads text with separators and quotes (RFC 4180); the first line tells which separator. */
final class SeparatedText {
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int FIRST_LINE_CHARACTERS = 8192;

    private final BufferedReader reader;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private char separator = ',';

    SeparatedText(BufferedReader reader) {
        this.reader = reader;
    }

    void read(TableFile.Rows rows) throws IOException {
        separator = findSeparator();
        int number = 1;
        int next = reader.read();
        if (next == BYTE_ORDER_MARK) {
            next = reader.read();
        }
        while (next != END) {
            next = readRow(next);
            if (!cells.stream().allMatch(String::isBlank)) {
                rows.row(number, cells);
            }
            cells = new ArrayList<>();
            number++;
        }
    }

    /** Reads one row from its first character on and gives the first one of the next row. */
    private int readRow(int first) throws IOException {
        int next = first;
        while (true) {
            next = next == '"' ? readQuoted() : readPlain(next);
            addCell();
            if (next == separator) {
                next = reader.read();
            } else {
                return next == '\r' ? afterReturn() : next == '\n' ? reader.read() : END;
            }
        }
    }

    private int afterReturn() throws IOException {
        int next = reader.read();
        return next == '\n' ? reader.read() : next;
    }

    private int readPlain(int first) throws IOException {
        int next = first;
        while (next != END && next != separator && next != '\n' && next != '\r') {
            add(next);
            next = reader.read();
        }
        return next;
    }

    /** The opening quote has been read; what follows the closing one up to the separator stays. */
    private int readQuoted() throws IOException {
        int next = reader.read();
        while (next != END) {
            if (next == '"') {
                next = reader.read();
                if (next != '"') {
                    return readPlain(next);
                }
            }
            add(next);
            next = reader.read();
        }
        return END;
    }

    private void add(int character) {
        if (cell.length() >= TableFile.CELL_CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "base.refused.cell", TableFile.CELL_CHARACTERS_MAX);
        }
        cell.append((char) character);
    }

    private void addCell() {
        if (cells.size() >= TableFile.ROW_CELLS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "base.refused.cells", TableFile.ROW_CELLS_MAX);
        }
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private char findSeparator() throws IOException {
        reader.mark(FIRST_LINE_CHARACTERS);
        int commas = 0;
        int tabs = 0;
        int semicolons = 0;
        for (int count = 0; count < FIRST_LINE_CHARACTERS - 1; count++) {
            int next = reader.read();
            if (next == END || next == '\n') {
                break;
            }
            commas += next == ',' ? 1 : 0;
            tabs += next == '\t' ? 1 : 0;
            semicolons += next == ';' ? 1 : 0;
        }
        reader.reset();
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
