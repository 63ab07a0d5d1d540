package wanhu.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How what a sheet has is written in a picture, one user unit a millimetre. */
final class Svg {
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z-]");

    private Svg() {}

    /**
     * Signs that are drawn together.
     *
     * @param places where each begins; of letters the first alone
     * @param length into which letters are drawn; null where each sign has its place
     */
    record Run(String places, @Nullable String length, String text) {}

    /**
     * The runs of a text. Letters and hyphens of a browser's own font are wider or narrower than
     * half a character, so a piece with some is drawn as a whole into its width.
     */
    static List<Run> runs(Sheet.Text text) {
        var runs = new ArrayList<Run>();
        var piece = new ArrayList<Sheet.Sign>();
        for (Sheet.Sign sign : text.signs()) {
            if (!piece.isEmpty() && latin(sign) != latin(piece.getLast())) {
                add(runs, piece);
            }
            piece.add(sign);
        }
        add(runs, piece);
        return runs;
    }

    private static boolean latin(Sheet.Sign sign) {
        return Setting.cells(sign.text()) < 1 && !sign.text().isBlank();
    }

    private static void add(List<Run> runs, List<Sheet.Sign> piece) {
        if (piece.isEmpty()) {
            return;
        }
        var words = piece.stream().map(Sheet.Sign::text).collect(Collectors.joining());
        if (piece.size() > 1 && LETTERS.matcher(words).find()) {
            double each = piece.get(1).x() - piece.getFirst().x();
            runs.add(
                    new Run(
                            Sheet.number(piece.getFirst().x()),
                            Sheet.number(each * piece.size()),
                            words));
        } else if (!runs.isEmpty() && runs.getLast().length() == null) {
            var before = runs.removeLast();
            runs.add(new Run(before.places() + " " + places(piece), null, before.text() + words));
        } else {
            runs.add(new Run(places(piece), null, words));
        }
        piece.clear();
    }

    private static String places(List<Sheet.Sign> signs) {
        return signs.stream().map(each -> Sheet.number(each.x())).collect(Collectors.joining(" "));
    }

    static String colour(Sheet.Ink ink) {
        return switch (ink) {
            case BLACK -> "#000";
            case RED -> "#c00000";
        };
    }

    static String size(Sheet.Text text) {
        return Sheet.number(text.size() * Sheet.POINT);
    }

    /** Upper edge of a line. */
    static String top(Sheet.Rule rule) {
        return Sheet.number(rule.y() - rule.thickness() / 2);
    }
}
