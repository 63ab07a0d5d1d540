package wanhu.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines of cells: a Chinese character takes one, a Latin letter or figure
 * half of one. No line begins with a sign that closes or ends with one that opens, and numbers stay
 * whole (GB/T 15834-2011, 5.1). Pure.
 */
final class Setting {
    private static final String CLOSING = "，。、；：？！）》」』】〕”’…—％%,.;:?!)]}";
    private static final String OPENING = "（《「『【〔“‘([{";

    /** Longest run of letters and figures that is not divided, in cells. */
    private static final double WHOLE_CELLS_MAX = 14;

    private Setting() {}

    /**
     * Characters that stay together.
     *
     * @param cells how many cells they take
     */
    record Atom(String text, Face face, double cells) {}

    /** A line: its characters and how far it is moved in, in cells. */
    record Line(double indent, List<Atom> atoms) {
        Line {
            atoms = List.copyOf(atoms);
        }

        double cells() {
            return atoms.stream().mapToDouble(Atom::cells).sum();
        }
    }

    /** How many cells a character takes. */
    static double cells(int sign) {
        return sign < 0x2000 ? 0.5 : 1;
    }

    static double cells(String text) {
        return text.codePoints().mapToDouble(Setting::cells).sum();
    }

    /** The text in pieces that are not divided, all of one face. */
    static List<Atom> atoms(String text, Face face) {
        var atoms = new ArrayList<Atom>();
        var run = new StringBuilder();
        text.codePoints()
                .forEach(sign -> {
                    if (cells(sign) < 1 && sign != ' ' && cells(run.toString()) < WHOLE_CELLS_MAX) {
                        run.appendCodePoint(sign);
                        return;
                    }
                    flush(atoms, run, face);
                    var alone = Character.toString(sign);
                    atoms.add(new Atom(alone, face, cells(sign)));
                });
        flush(atoms, run, face);
        return atoms;
    }

    private static void flush(List<Atom> atoms, StringBuilder run, Face face) {
        if (!run.isEmpty()) {
            var text = run.toString();
            atoms.add(new Atom(text, face, cells(text)));
            run.setLength(0);
        }
    }

    /**
     * The lines of a paragraph.
     *
     * @param first how far its first line is moved in
     * @param then how far the others are
     * @param width cells of a line
     */
    static List<Line> lines(List<Atom> atoms, double first, double then, double width) {
        var lines = new ArrayList<Line>();
        var line = new ArrayList<Atom>();
        double indent = first;
        double filled = first;
        for (Atom atom : atoms) {
            if (!line.isEmpty() && filled + atom.cells() > width + 0.01) {
                var carried = carried(line, atom);
                lines.add(new Line(indent, line));
                line = new ArrayList<>(carried);
                indent = then;
                filled = then + line.stream().mapToDouble(Atom::cells).sum();
            }
            line.add(atom);
            filled += atom.cells();
        }
        lines.add(new Line(indent, line));
        return lines;
    }

    /** What must go to the next line together with the atom; it is taken from the line. */
    private static List<Atom> carried(List<Atom> line, Atom next) {
        var carried = new ArrayList<Atom>();
        var head = next;
        while (line.size() > 1 && (closes(head) || opens(line.getLast()))) {
            head = line.removeLast();
            carried.addFirst(head);
        }
        return carried;
    }

    private static boolean closes(Atom atom) {
        return CLOSING.indexOf(atom.text().charAt(0)) >= 0;
    }

    private static boolean opens(Atom atom) {
        return OPENING.indexOf(atom.text().charAt(atom.text().length() - 1)) >= 0;
    }
}
