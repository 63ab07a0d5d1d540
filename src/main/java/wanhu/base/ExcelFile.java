package wanhu.base;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of an Excel file (.xlsx) as text. */
final class ExcelFile {
    private static final int BLOCK_BYTES = 1 << 16;

    /** Excel's own numbers have up to 309; written out, one of a billion would fill the memory. */
    private static final int DIGITS_MAX = 400;

    private ExcelFile() {}

    static void read(Path file, TableFile.Rows rows) throws IOException {
        checkSize(file);
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                var stream = book.getFirstSheet().openStream()) {
            give(stream, rows);
        } catch (NotOurs taker) {
            throw taker.failure;
        } catch (Refused no) {
            throw no;
        } catch (XMLStreamException | RuntimeException broken) {
            // The library tells a damaged file by whatever comes to it.
            throw damaged(broken);
        }
    }

    /** The library throws the parser's exception without saying so. */
    private static void give(Stream<Row> all, TableFile.Rows rows) throws XMLStreamException {
        all.forEach(row -> give(row, rows));
    }

    private static void give(Row row, TableFile.Rows rows) {
        if (row.getCellCount() > TableFile.ROW_CELLS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "base.refused.cells", TableFile.ROW_CELLS_MAX);
        }
        var cells = new ArrayList<String>(row.getCellCount());
        for (int at = 0; at < row.getCellCount(); at++) {
            cells.add(row.getOptionalCell(at).map(ExcelFile::text).orElse(""));
        }
        if (!cells.stream().allMatch(String::isBlank)) {
            take(rows, row.getRowNum(), List.copyOf(cells));
        }
    }

    private static void take(TableFile.Rows rows, int number, List<String> cells) {
        try {
            rows.row(number, cells);
        } catch (Refused no) {
            throw no;
        } catch (RuntimeException failure) {
            throw new NotOurs(failure);
        }
    }

    /** A failure of whoever takes the rows, which says nothing about the file. */
    private static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient RuntimeException failure;

        NotOurs(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** A code that Excel took for a number comes without exponent, a date as ISO 8601. */
    private static String text(Cell cell) {
        var text =
                cell.getType() == CellType.NUMBER
                        ? number(cell)
                        : cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (text != null && text.length() > TableFile.CELL_CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "base.refused.cell", TableFile.CELL_CHARACTERS_MAX);
        }
        return text == null ? "" : text;
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|mm-dd|h:mm).*")) {
            return cell.asDate().toString();
        }
        var plain = cell.asNumber();
        if (Math.abs((long) plain.scale()) > DIGITS_MAX || plain.precision() > DIGITS_MAX) {
            return cell.getRawValue();
        }
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }

    /** Unpacks everything once and counts: the sizes that a zip file states of itself may lie. */
    private static void checkSize(Path file) throws IOException {
        long left = TableFile.UNPACKED_MB_MAX << 20;
        var block = new byte[BLOCK_BYTES];
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var places = new CellPlaces();
                try (var input = zip.getInputStream(entry)) {
                    for (int read = input.read(block); read >= 0; read = input.read(block)) {
                        left -= read;
                        if (left < 0) {
                            throw new Refused(
                                    Refused.Kind.TOO_LARGE,
                                    "base.refused.unpacked",
                                    TableFile.UNPACKED_MB_MAX);
                        }
                        if (entry.getName().endsWith(".xml") && places.outside(block, read)) {
                            throw new ZipException("a cell far outside of any sheet");
                        }
                    }
                }
            }
        } catch (ZipException broken) {
            throw damaged(broken);
        }
    }

    private static Refused damaged(Exception cause) {
        var refused = new Refused(Refused.Kind.INVALID, "base.refused.damaged");
        refused.addSuppressed(cause);
        return refused;
    }
}
