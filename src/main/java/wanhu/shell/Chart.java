package wanhu.shell;

import java.util.List;
import java.util.Locale;

/**
 * Figures to draw as bars or as a line, on the server: prints, needs no script, reads aloud as a
 * table.
 *
 * @param title what is shown
 * @param unit unit of the values, such as 件 or %
 * @param points the figures in their order, none negative
 */
public record Chart(String title, String unit, List<Point> points) {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 160;
    private static final double HUNDRED = 100;

    /**
     * One figure.
     *
     * @param label what is counted, such as a month or a unit
     * @param value how much
     * @param text how the value is written
     */
    public record Point(String label, double value, String text) {
        public Point {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "Expected a value of 0 or more but got " + value + " for " + label);
            }
        }
    }

    public Chart {
        points = List.copyOf(points);
    }

    /** Width of a point's bar in percent of the longest: "42.5%". */
    String share(Point point) {
        return "%.1f%%".formatted(HUNDRED * point.value() / top());
    }

    /** The points of a polyline in a box of 600 by 160. */
    String polyline() {
        var text = new StringBuilder();
        for (int at = 0; at < points.size(); at++) {
            text.append("%s,%s ".formatted(x(at), y(at)));
        }
        return text.toString().strip();
    }

    /** Horizontal place of a point in the box. */
    String x(int at) {
        return coordinate(points.size() == 1 ? WIDTH / 2 : WIDTH * at / (points.size() - 1));
    }

    /** Vertical place of a point in the box, 0 on top. */
    String y(int at) {
        return coordinate(HEIGHT - HEIGHT * points.get(at).value() / top());
    }

    private double top() {
        return Math.max(points.stream().mapToDouble(Point::value).max().orElse(1), 1e-9);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
