package wanhu.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Two lines over days or months, drawn on the server: the first a solid one with dots, the other a
 * dashed one with squares, so that they differ in black and white too.
 */
public record Lines(List<Point> points) {
    static final int WIDTH = 480;
    static final int HEIGHT = 150;
    private static final int LABELS_MAX = 8;

    public Lines {
        points = List.copyOf(points);
    }

    /**
     * A day or a month.
     *
     * @param name as it stands below the lines, a few characters
     * @param one of the solid line, 0 or more
     * @param other of the dashed line, 0 or more
     */
    public record Point(String name, int one, int other) {}

    /** The highest number, at least 1. */
    int top() {
        return points.stream()
                .mapToInt(each -> Math.max(each.one(), each.other()))
                .reduce(1, Math::max);
    }

    /** Whether there is anything to draw. */
    public boolean drawn() {
        return points.stream().anyMatch(each -> each.one() + each.other() > 0);
    }

    String one() {
        return line(Point::one);
    }

    String other() {
        return line(Point::other);
    }

    private String line(ToIntFunction<Point> value) {
        var text = new StringBuilder();
        for (int at = 0; at < points.size(); at++) {
            text.append("%s,%s ".formatted(x(at), y(value.applyAsInt(points.get(at)))));
        }
        return text.toString().strip();
    }

    /** Horizontal place of a point. */
    String x(int at) {
        return decimal(
                points.size() == 1 ? WIDTH / 2.0 : (double) WIDTH * at / (points.size() - 1));
    }

    /** Vertical place of a number, 0 on top. */
    String y(int value) {
        return decimal(HEIGHT - (double) HEIGHT * value / top());
    }

    /** Whether the point has its name below: eight do at most. */
    boolean named(int at) {
        int step = (points.size() + LABELS_MAX - 1) / LABELS_MAX;
        return at % Math.max(1, step) == 0;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
