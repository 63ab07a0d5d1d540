package wanhu.paper;

import java.util.ArrayList;
import java.util.List;
import wanhu.paper.Setting.Atom;

/**
 * A line on its way to a page, on which it takes one of the 22 lines.
 *
 * @param x where it begins, in mm from the edge of the paper
 * @param size of type, in pt
 * @param cell width of a character, in mm
 */
record Row(double x, double size, double cell, List<Atom> atoms) {
    static final Row BLANK = new Row(Sheet.LEFT, Sheet.SIZE_3, Sheet.CELL, List.of());

    /** Where the characters stand in the height of their line, in parts of their size. */
    private static final double ABOVE = 0.86;

    Row {
        atoms = List.copyOf(atoms);
    }

    /** A line of the text. */
    static Row text(Setting.Line line) {
        return new Row(
                Sheet.LEFT + line.indent() * Sheet.CELL, Sheet.SIZE_3, Sheet.CELL, line.atoms());
    }

    /** Centred on a place, in mm. */
    static Row centred(double middle, double size, Setting.Line line) {
        double cell = size * Sheet.POINT;
        return new Row(middle - line.cells() * cell / 2, size, cell, line.atoms());
    }

    /** Its characters, those of a face in one stroke, when its upper edge lies at a height. */
    List<Sheet.Stroke> at(double top, Sheet.Ink ink) {
        var strokes = new ArrayList<Sheet.Stroke>();
        double y = top + size * Sheet.POINT * ABOVE;
        double at = x;
        var signs = new ArrayList<Sheet.Sign>();
        for (int each = 0; each < atoms.size(); each++) {
            var atom = atoms.get(each);
            for (int sign : atom.text().codePoints().toArray()) {
                signs.add(new Sheet.Sign(at, Character.toString(sign)));
                at += Setting.cells(sign) * cell;
            }
            if (each + 1 == atoms.size() || atoms.get(each + 1).face() != atom.face()) {
                strokes.add(new Sheet.Text(atom.face(), size, ink, y, signs));
                signs.clear();
            }
        }
        return strokes;
    }

    /** The same on one of the lines of the page, in the middle of its height. */
    List<Sheet.Stroke> on(int line) {
        double top = Sheet.TOP + line * Sheet.PITCH + (Sheet.PITCH - size * Sheet.POINT) / 2;
        return at(top, Sheet.Ink.BLACK);
    }
}
