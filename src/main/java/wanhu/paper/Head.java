package wanhu.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * 版头 of the first page: the red head, the number, the red line. Lengths in mm.
 *
 * @param firstLine line of the page on which the title begins, from 0
 */
record Head(List<Sheet.Stroke> strokes, int firstLine) {
    /** 发文机关标志: its upper edge lies 35 mm below that of the type area (7.2.4). */
    static final double MARK_TOP = Sheet.TOP + 35;

    /** In the form of letters 30 mm below that of the paper (10.1). */
    static final double LETTER_MARK_TOP = 30;

    /** 红色分隔线 4 mm below what stands above it (7.2.7, 10.1). */
    static final double RULE_GAP = 4;

    /** Red lines of letters are 170 mm long (10.1). */
    static final double LETTER_RULE_WIDTH = 170;

    /** The lower one lies 20 mm above the edge of the paper (10.1). */
    static final double LETTER_RULE_BOTTOM = Sheet.HEIGHT - 20;

    static final double THICK = 0.7;
    static final double THIN = 0.35;

    /** From the middle of a thick line to that of the thin one beside it. */
    private static final double PAIR = 1.1;

    /** Largest type of a head. */
    private static final double MARK_MAX = 17;

    private static final double LETTER_MARK_MAX = 13;

    /** A sign of 3号 is so high. */
    private static final double HEIGHT_3 = Sheet.SIZE_3 * Sheet.POINT;

    private static final double MIDDLE = Sheet.WIDTH / 2;

    Head {
        strokes = List.copyOf(strokes);
    }

    static Head of(Paper paper) {
        return switch (paper.form()) {
            case DOCUMENT, MINUTES -> document(paper);
            case LETTER -> letter(paper);
        };
    }

    /** Size of the head, in pt: as large as one line allows. */
    static double size(Paper paper) {
        double most = paper.form() == Form.LETTER ? LETTER_MARK_MAX : MARK_MAX;
        double room = Sheet.BODY_WIDTH / Math.max(1, Setting.cells(paper.mark()));
        return Math.min(most, room) / Sheet.POINT;
    }

    private static Head document(Paper paper) {
        var strokes = new ArrayList<Sheet.Stroke>(mark(paper, MARK_TOP));
        double top = MARK_TOP + size(paper) * Sheet.POINT + 2 * Sheet.PITCH;
        if (paper.form() == Form.MINUTES) {
            strokes.addAll(edges(paper, top));
        } else {
            double width = Setting.cells(paper.number()) * Sheet.CELL;
            strokes.addAll(number(paper, MIDDLE - width / 2, top));
        }
        double rule = top + HEIGHT_3 + RULE_GAP;
        strokes.add(new Sheet.Rule(Sheet.LEFT, rule, Sheet.BODY_WIDTH, THICK, Sheet.Ink.RED));
        return new Head(strokes, line(rule));
    }

    private static Head letter(Paper paper) {
        var strokes = new ArrayList<Sheet.Stroke>(mark(paper, LETTER_MARK_TOP));
        double rule = LETTER_MARK_TOP + size(paper) * Sheet.POINT + RULE_GAP;
        strokes.addAll(pair(rule, THICK, THIN));
        strokes.addAll(pair(LETTER_RULE_BOTTOM - PAIR, THIN, THICK));
        double top = rule + PAIR + HEIGHT_3 * 7 / 8;
        double width = Setting.cells(paper.number()) * Sheet.CELL;
        strokes.addAll(number(paper, Sheet.LEFT + Sheet.BODY_WIDTH - width, top));
        return new Head(strokes, line(top + HEIGHT_3));
    }

    private static List<Sheet.Stroke> mark(Paper paper, double top) {
        var line = new Setting.Line(0, Setting.atoms(paper.mark(), Face.SONG));
        return Row.centred(MIDDLE, size(paper), line).at(top, Sheet.Ink.RED);
    }

    private static List<Sheet.Stroke> number(Paper paper, double x, double top) {
        var atoms = Setting.atoms(paper.number(), Face.FANG);
        return new Row(x, Sheet.SIZE_3, Sheet.CELL, atoms).at(top, Sheet.Ink.BLACK);
    }

    /** Of minutes: organ and number at the left, the day at the right, both moved in by one. */
    private static List<Sheet.Stroke> edges(Paper paper, double top) {
        var strokes = new ArrayList<>(number(paper, Sheet.LEFT + Sheet.CELL, top));
        double right =
                Sheet.LEFT + Sheet.BODY_WIDTH - (Setting.cells(paper.date()) + 1) * Sheet.CELL;
        var date = Setting.atoms(paper.date(), Face.FANG);
        strokes.addAll(new Row(right, Sheet.SIZE_3, Sheet.CELL, date).at(top, Sheet.Ink.BLACK));
        return strokes;
    }

    private static List<Sheet.Stroke> pair(double y, double first, double second) {
        double left = (Sheet.WIDTH - LETTER_RULE_WIDTH) / 2;
        return List.of(
                new Sheet.Rule(left, y, LETTER_RULE_WIDTH, first, Sheet.Ink.RED),
                new Sheet.Rule(left, y + PAIR, LETTER_RULE_WIDTH, second, Sheet.Ink.RED));
    }

    /** The line that is two free lines below a height. */
    private static int line(double above) {
        return (int) Math.ceil((above - Sheet.TOP) / Sheet.PITCH - 0.4) + 2;
    }
}
