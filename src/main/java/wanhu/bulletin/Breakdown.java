package wanhu.bulletin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Words;
import wanhu.callback.CallFigures;
import wanhu.category.Categories;
import wanhu.matter.PeriodFigures;
import wanhu.matter.PeriodFigures.Cell;
import wanhu.matter.PeriodFigures.Standing;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;

/** Adds what was counted up by day, by category and by the units below; sums stay the same. */
@Component
class Breakdown {
    /** Categories of their own; all further ones stand together. */
    static final int CATEGORIES_MAX = 10;

    /** Units of their own; all further ones stand together. */
    static final int PLACES_MAX = 100;

    private final Categories categories;
    private final Units units;
    private final Words words;

    Breakdown(Categories categories, Units units, Words words) {
        this.categories = categories;
        this.units = units;
        this.words = words;
    }

    /** What is added up. */
    record Counted(
            PeriodFigures.Counted came, PeriodFigures.Counted closed, List<Standing> standing) {}

    private static <K> Map<K, Integer> by(List<Cell> cells, Function<Cell, K> key) {
        var sums = new HashMap<K, Integer>();
        cells.forEach(each -> sums.merge(key.apply(each), each.count(), Integer::sum));
        return sums;
    }

    /** Each day of the period, also those without anything. */
    static List<Figures.Day> days(Period period, Counted counted) {
        var came = by(counted.came().cells(), Cell::day);
        var closed = by(counted.closed().cells(), Cell::day);
        return period.from()
                .datesUntil(period.until().plusDays(1))
                .map(day ->
                        new Figures.Day(
                                day, came.getOrDefault(day, 0), closed.getOrDefault(day, 0)))
                .toList();
    }

    /** The categories of which most came, and all others as one line. */
    List<Figures.Category> categories(int county, Counted counted) {
        var came = by(counted.came().cells(), Cell::category);
        var closed = by(counted.closed().cells(), Cell::category);
        var codes = new ArrayList<>(came.keySet());
        closed.keySet().stream().filter(each -> !came.containsKey(each)).forEach(codes::add);
        codes.sort(
                Comparator.comparingInt((String each) -> came.getOrDefault(each, 0))
                        .thenComparingInt(each -> closed.getOrDefault(each, 0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()));
        var own = codes.subList(0, Math.min(codes.size(), CATEGORIES_MAX));
        var lines = new ArrayList<Figures.Category>();
        for (String code : own) {
            lines.add(
                    new Figures.Category(
                            categories.name(county, code, Locale.CHINESE),
                            categories.name(county, code, Locale.ENGLISH),
                            came.getOrDefault(code, 0),
                            closed.getOrDefault(code, 0)));
        }
        if (codes.size() > own.size()) {
            var rest = codes.subList(own.size(), codes.size());
            lines.add(
                    new Figures.Category(
                            words.text(Locale.CHINESE, "bulletin.rest.categories", rest.size()),
                            words.text(Locale.ENGLISH, "bulletin.rest.categories", rest.size()),
                            sum(rest, came),
                            sum(rest, closed)));
        }
        return lines;
    }

    private static <K> int sum(Collection<K> keys, Map<K, Integer> sums) {
        return keys.stream().mapToInt(each -> sums.getOrDefault(each, 0)).sum();
    }

    /**
     * Follow-up calls of the categories with enough answers, all others as one line when they have
     * enough together: who answers must not know of one answer whether it is asked about.
     */
    List<Figures.Called> calls(int county, List<CallFigures.Drawn> found, int least) {
        var parts =
                found.stream().collect(Collectors.partitioningBy(each -> each.answered() >= least));
        var own = parts.getOrDefault(true, List.of());
        var few = parts.getOrDefault(false, List.of());
        var lines = new ArrayList<Figures.Called>();
        for (CallFigures.Drawn each : own) {
            lines.add(
                    called(
                            categories.name(county, each.category(), Locale.CHINESE),
                            categories.name(county, each.category(), Locale.ENGLISH),
                            List.of(each)));
        }
        var rest = own.isEmpty() ? "bulletin.all.categories" : "bulletin.rest.categories";
        if (few.stream().mapToInt(CallFigures.Drawn::answered).sum() >= least) {
            lines.add(
                    called(
                            words.text(Locale.CHINESE, rest, few.size()),
                            words.text(Locale.ENGLISH, rest, few.size()),
                            few));
        }
        return lines;
    }

    private static Figures.Called called(
            String chinese, String english, List<CallFigures.Drawn> drawn) {
        return new Figures.Called(
                chinese,
                english,
                drawn.stream().mapToInt(CallFigures.Drawn::least).min().orElse(0),
                drawn.stream().mapToInt(CallFigures.Drawn::most).max().orElse(0),
                drawn.stream().mapToInt(CallFigures.Drawn::answered).sum(),
                drawn.stream().mapToInt(CallFigures.Drawn::drawn).sum(),
                drawn.stream().mapToInt(CallFigures.Drawn::reached).sum());
    }

    /** The units below, those where most came first; and what belongs to the unit as a whole. */
    List<Figures.Place> places(Unit unit, Counted counted) {
        var tree = units.tree(unit.county());
        var came = by(counted.came().cells(), Cell::place);
        var closed = by(counted.closed().cells(), Cell::place);
        var standing = new HashMap<OrgPath, Standing>();
        counted.standing().forEach(each -> standing.put(each.place(), each));
        var all = new TreeMap<OrgPath, String>();
        below(tree, unit).forEach(each -> all.put(each.path(), each.name()));
        for (var found : List.of(came.keySet(), closed.keySet(), standing.keySet())) {
            found.forEach(place -> all.computeIfAbsent(place, each -> name(tree, unit, each)));
        }
        var lines = new ArrayList<Figures.Place>();
        all.forEach((place, name) ->
                lines.add(
                        new Figures.Place(
                                name,
                                came.getOrDefault(place, 0),
                                closed.getOrDefault(place, 0),
                                standing.getOrDefault(place, none(place)).open(),
                                standing.getOrDefault(place, none(place)).overdue())));
        lines.sort(Comparator.comparingInt(Figures.Place::came).reversed());
        return lines.size() <= PLACES_MAX ? lines : shortened(lines);
    }

    private static Standing none(OrgPath place) {
        return new Standing(place, 0, 0);
    }

    private static List<Unit> below(Tree tree, Unit unit) {
        return unit.path().text().length() <= OrgPath.COUNTY_LENGTH
                ? tree.townships()
                : tree.villages(unit.path());
    }

    private String name(Tree tree, Unit unit, OrgPath place) {
        return place.equals(unit.path())
                ? words.text(Locale.CHINESE, "bulletin.own", unit.name())
                : tree.byPath(place).map(Unit::name).orElse(unit.name());
    }

    private List<Figures.Place> shortened(List<Figures.Place> lines) {
        var rest = lines.subList(PLACES_MAX - 1, lines.size());
        var shown = new ArrayList<>(lines.subList(0, PLACES_MAX - 1));
        shown.add(
                new Figures.Place(
                        words.text(Locale.CHINESE, "bulletin.rest.places", rest.size()),
                        rest.stream().mapToInt(Figures.Place::came).sum(),
                        rest.stream().mapToInt(Figures.Place::closed).sum(),
                        rest.stream().mapToInt(Figures.Place::open).sum(),
                        rest.stream().mapToInt(Figures.Place::overdue).sum()));
        return shown;
    }
}
