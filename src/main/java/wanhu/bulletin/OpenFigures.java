package wanhu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import wanhu.base.OrgPath;
import wanhu.bulletin.Figures.Measure;
import wanhu.disclosure.Suppressed;
import wanhu.org.Unit;

/**
 * What everybody may read of the figures: totals and categories of a county's month, small counts
 * hidden. No other unit and no other rhythm: two tables over the same matters, each with its small
 * cells hidden, could be subtracted from each other.
 */
record OpenFigures(int least, List<Sum> totals, List<Line> categories) {
    /** A total; empty when it is small. */
    record Sum(Measure measure, OptionalLong now) {}

    /** What came and was closed of a category; empty where it is hidden. */
    record Line(String name, OptionalLong came, OptionalLong closed) {}

    /** Empty for what has none. */
    static Optional<OpenFigures> of(Unit unit, Bulletin bulletin, Locale locale) {
        boolean county = unit.path().text().length() <= OrgPath.COUNTY_LENGTH;
        return county && bulletin.period().kind() == Period.Kind.MONTH
                ? Optional.of(of(bulletin.figures(), locale))
                : Optional.empty();
    }

    private static OpenFigures of(Figures figures, Locale locale) {
        int least = figures.least();
        var totals =
                figures.totals().stream()
                        .map(each -> new Sum(each.measure(), shown(each.now(), least)))
                        .toList();
        var categories = figures.categories();
        var came =
                Suppressed.column(
                        categories.stream().map(each -> (long) each.came()).toList(), least);
        var closed =
                Suppressed.column(
                        categories.stream().map(each -> (long) each.closed()).toList(), least);
        var lines = new ArrayList<Line>();
        for (int at = 0; at < categories.size(); at++) {
            lines.add(new Line(categories.get(at).name(locale), came.get(at), closed.get(at)));
        }
        return new OpenFigures(least, totals, lines);
    }

    private static OptionalLong shown(int count, int least) {
        return Suppressed.small(count, least) ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
