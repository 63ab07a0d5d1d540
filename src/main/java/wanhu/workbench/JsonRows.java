package wanhu.workbench;

import java.util.List;
import wanhu.matter.MatterLine;

/** Rows of matters as programs read them: one JSON object each, as in the lists of the API. */
public interface JsonRows {
    /** In the same order, each on one line. */
    List<String> rows(int county, List<MatterLine> lines);
}
