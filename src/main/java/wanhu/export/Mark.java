package wanhu.export;

import java.io.IOException;
import java.util.UUID;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import wanhu.base.Cells;

/**
 * 水印: what stands in every file that leaves: who took it, as which post, when, and the act of the
 * record that says so. Whoever finds the file knows whom to ask.
 *
 * @param act id of the act in the record
 * @param sheet name of the sheet on which it stands in an Excel file
 * @param line the sentence
 */
public record Mark(UUID act, String sheet, String line) {
    private static final int FOOT_POINTS = 8;

    /** The last line of a text file, as one quoted field; our own readers leave it out. */
    public String csv() {
        return Cells.csv(noted()) + "\r\n";
    }

    /** The same as a cell. */
    public String noted() {
        return Cells.NOTE + " " + line;
    }

    /** Ends the sheet of rows, with the mark at the foot of each printed page, and adds its own. */
    public void on(Workbook book, Worksheet rows) throws IOException {
        rows.footer(line, Position.LEFT, FOOT_POINTS);
        rows.finish();
        book.newWorksheet(sheet).value(0, 0, noted());
    }
}
