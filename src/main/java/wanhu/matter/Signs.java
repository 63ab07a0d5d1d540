package wanhu.matter;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import wanhu.base.OrgPath;
import wanhu.base.Zones;
import wanhu.life.Matter;

/**
 * Keys of a matter beside those of its words: each place that it lies in from the county down, year
 * and month in which it was reported there, and the unit that handles it from outside of its place
 * ({@link OwnWork}). The index of words holds them all, so that "these words, in this township",
 * "these words, in that month" and "these words, in our work" are one question to it, however many
 * say the words elsewhere or said them once.
 *
 * <p>Written with a sign that no term has, so that nobody can type one. They only say where to
 * look: a row that is found is asked for its place and time again.
 */
final class Signs {
    private static final int COUNTY_DEPTH = 3;

    private Signs() {}

    /** The keys of a new matter: of number, title, place and text, and its signs. */
    static int[] keys(Matter matter) {
        var about = matter.about();
        var rest = String.join(" ", matter.number(), about.placeNote(), about.body());
        var words = IntStream.of(Terms.keys(about.title(), rest));
        var signs = of(about.placePath(), matter.times().reported()).stream();
        return IntStream.concat(words, signs.mapToInt(Integer::intValue)).toArray();
    }

    private static List<Integer> of(OrgPath place, Instant reported) {
        var signs = new ArrayList<Integer>();
        for (int depth = COUNTY_DEPTH; depth <= place.depth(); depth++) {
            signs.add(place(place.atDepth(depth)));
        }
        var county = place.atDepth(COUNTY_DEPTH);
        var month = YearMonth.from(Zones.day(reported));
        signs.add(year(county, month.getYear()));
        signs.add(month(county, month));
        return signs;
    }

    /** Handled by the unit, wherever it lies. */
    static int work(UUID unit) {
        return Terms.key("@" + unit);
    }

    /** Lies at the place or below it. */
    static int place(OrgPath place) {
        return Terms.key("@" + place.text());
    }

    /** Reported in that year, of a county. */
    static int year(OrgPath county, int year) {
        return Terms.key("@" + county.text() + "%04d".formatted(year));
    }

    /** Reported in that month, of a county. */
    static int month(OrgPath county, YearMonth month) {
        return Terms.key(
                "@"
                        + county.text()
                        + "%04d-%02d".formatted(month.getYear(), month.getMonthValue()));
    }
}
