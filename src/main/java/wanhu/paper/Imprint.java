package wanhu.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * 版记 at the foot of the last page, and what stands in the margins: page numbers and the stamp of
 * what was withdrawn. Lengths in mm.
 */
final class Imprint {
    /** 首条和末条 0.35 mm, between them 0.25 mm (7.4.1). */
    static final double THICK = 0.35;

    static final double THIN = 0.25;

    /** 一字线上距版心下边缘 7 mm (7.5). */
    static final double NUMBER_GAP = 7;

    private static final double STAMP_TOP = 20;
    private static final double BOTTOM = Sheet.TOP + Sheet.BODY_HEIGHT;
    private static final double CELL = Sheet.SIZE_4 * Sheet.POINT;

    /** 左右各空一字. */
    private static final double WIDTH = Sheet.BODY_WIDTH / CELL - 2;

    /** Lines of the imprint are closer than those of the text. */
    private static final double PITCH = 8;

    private final Paper paper;
    private final List<Setting.Line> copies;

    Imprint(Paper paper) {
        this.paper = paper;
        this.copies =
                paper.copies().isEmpty()
                        ? List.of()
                        : Setting.lines(atoms("抄送：" + paper.copies() + "。"), 0, 3, WIDTH);
    }

    private static List<Setting.Atom> atoms(String text) {
        return Setting.atoms(text, Face.FANG);
    }

    /** How many lines of the page it takes, with one free line above. */
    int lines() {
        double height = (copies.size() + (ruled() ? 1 : 0)) * PITCH;
        return height == 0 ? 0 : (int) Math.ceil(height / Sheet.PITCH) + 1;
    }

    /** Letters have no lines, organ and day in their imprint (10.1). */
    private boolean ruled() {
        return paper.form() != Form.LETTER;
    }

    List<Sheet.Stroke> strokes() {
        var strokes = new ArrayList<Sheet.Stroke>();
        double top = BOTTOM - (copies.size() + (ruled() ? 1 : 0)) * PITCH;
        if (ruled()) {
            strokes.add(rule(top, THICK));
        }
        double y = top;
        for (Setting.Line each : copies) {
            strokes.addAll(row(Sheet.LEFT + (1 + each.indent()) * CELL, each.atoms(), y));
            y += PITCH;
        }
        if (ruled()) {
            if (!copies.isEmpty()) {
                strokes.add(rule(y, THIN));
            }
            strokes.addAll(row(Sheet.LEFT + CELL, atoms(paper.organ()), y));
            var day = paper.date() + "印发";
            double right = Sheet.LEFT + Sheet.BODY_WIDTH - (Setting.cells(day) + 1) * CELL;
            strokes.addAll(row(right, atoms(day), y));
            strokes.add(rule(BOTTOM, THICK));
        }
        return strokes;
    }

    private static List<Sheet.Stroke> row(double x, List<Setting.Atom> atoms, double top) {
        double inner = (PITCH - CELL) / 2;
        return new Row(x, Sheet.SIZE_4, CELL, atoms).at(top + inner, Sheet.Ink.BLACK);
    }

    private static Sheet.Stroke rule(double y, double thickness) {
        return new Sheet.Rule(Sheet.LEFT, y, Sheet.BODY_WIDTH, thickness, Sheet.Ink.BLACK);
    }

    /** Page number, at the outer edge; the first page of a letter has none (7.5, 10.1). */
    List<Sheet.Stroke> margin(int page) {
        var strokes = new ArrayList<Sheet.Stroke>();
        if (!paper.stamp().isEmpty()) {
            var atoms = Setting.atoms(paper.stamp(), Face.HEI);
            strokes.addAll(
                    new Row(Sheet.LEFT, Sheet.SIZE_4, CELL, atoms).at(STAMP_TOP, Sheet.Ink.RED));
        }
        if (page == 1 && paper.form() == Form.LETTER) {
            return strokes;
        }
        var text = "— " + page + " —";
        double width = Setting.cells(text) * CELL;
        double x = page % 2 == 1 ? Sheet.LEFT + Sheet.BODY_WIDTH - CELL - width : Sheet.LEFT + CELL;
        var row = new Row(x, Sheet.SIZE_4, CELL, Setting.atoms(text, Face.SONG));
        strokes.addAll(row.at(BOTTOM + NUMBER_GAP - CELL / 2, Sheet.Ink.BLACK));
        return strokes;
    }
}
