package wanhu.paper;

import java.util.List;
import java.util.Locale;

/**
 * One page as it is drawn. All lengths are millimetres from the upper left corner of the paper.
 *
 * @param strokes texts and lines
 */
public record Sheet(List<Stroke> strokes) {
    /** A4. */
    static final double WIDTH = 210;

    static final double HEIGHT = 297;

    /** 天头 37 mm ± 1 mm. */
    static final double TOP = 37;

    /** 订口 28 mm ± 1 mm. */
    static final double LEFT = 28;

    /** 版心 156 mm × 225 mm. */
    static final double BODY_WIDTH = 156;

    static final double BODY_HEIGHT = 225;

    /** Each page has 22 lines of 28 characters. */
    static final int LINES = 22;

    static final int CELLS = 28;

    /** Width of a character of the text. */
    static final double CELL = BODY_WIDTH / CELLS;

    /** From line to line. */
    static final double PITCH = BODY_HEIGHT / LINES;

    /** 一 pt. */
    static final double POINT = 25.4 / 72;

    /** 2号, 3号 and 4号 in pt. */
    static final double SIZE_2 = 22;

    static final double SIZE_3 = 16;
    static final double SIZE_4 = 14;

    public Sheet {
        strokes = List.copyOf(strokes);
    }

    /** A length as files write it. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** The two colours of official papers. */
    enum Ink {
        BLACK,
        RED
    }

    /** What is drawn. */
    sealed interface Stroke {}

    /**
     * A run of characters on one line, each with its own place.
     *
     * @param size of type, in pt
     * @param y of the line on which they stand
     * @param signs the characters
     */
    record Text(Face face, double size, Ink ink, double y, List<Sign> signs) implements Stroke {
        Text {
            signs = List.copyOf(signs);
        }

        /** The characters in their order. */
        String text() {
            var text = new StringBuilder();
            signs.forEach(sign -> text.append(sign.text()));
            return text.toString();
        }
    }

    /** One character and where it begins. */
    record Sign(double x, String text) {}

    /** A level line, {@code y} in its middle. */
    record Rule(double x, double y, double length, double thickness, Ink ink) implements Stroke {}
}
