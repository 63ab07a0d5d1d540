package wanhu.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Zones;
import wanhu.board.Months;
import wanhu.disclosure.Suppressed;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.matter.MatterStandings;
import wanhu.matter.MatterStandings.Standing;
import wanhu.matter.PeriodFigures;
import wanhu.matter.PeriodFigures.Span;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.rate.RateFigures;
import wanhu.shell.Lines;

/** The door to the wall board of a county. */
@Service
class WallBoards {
    private static final int VILLAGES_BELOW = 2;

    private final Overviews overviews;
    private final Sources sources;
    private final Units units;
    private final Laws laws;
    private final Clock clock;

    WallBoards(Overviews overviews, Sources sources, Units units, Laws laws, Clock clock) {
        this.overviews = overviews;
        this.sources = sources;
        this.units = units;
        this.laws = laws;
        this.clock = clock;
    }

    /** Who counts. */
    @Component
    record Sources(
            MatterStandings standings, PeriodFigures periods, Months months, RateFigures rates) {}

    private static boolean whole(Unit unit) {
        return unit.level() == Level.COUNTY;
    }

    /**
     * The board of the county as it is now.
     *
     * @throws Refused MISSING for a post whose territory is not a county
     */
    WallBoard board(Actor actor) {
        var county =
                overviews
                        .own(actor)
                        .filter(WallBoards::whole)
                        .orElseThrow(() -> new Refused(Kind.MISSING, "overview.refused.wall"));
        var now = clock.instant();
        var today = Zones.day(now);
        int least = laws.number(actor.county(), RuleKey.PUBLIC_SUPPRESSION, today);
        var standing = sources.standings().standing(actor, county.path(), VILLAGES_BELOW);
        var all = Count.of(standing);
        var days = days(actor.county(), county.path(), today);
        return new WallBoard(
                county,
                now,
                least,
                new WallBoard.Now(
                        told(all.open(), least),
                        told(all.soon(), least),
                        told(all.overdue(), least)),
                came(List.of(days.getLast()), least),
                came(days, least),
                new Lines(days),
                median(actor.county(), county.path(), YearMonth.from(today)),
                rates(actor.county(), county, YearMonth.from(today)),
                tiles(actor.county(), county, standing, least));
    }

    private static OptionalLong told(int count, int least) {
        return Suppressed.small(count, least) ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static WallBoard.Came came(List<Lines.Point> days, int least) {
        return new WallBoard.Came(
                told(days.stream().mapToInt(Lines.Point::one).sum(), least),
                told(days.stream().mapToInt(Lines.Point::other).sum(), least));
    }

    private List<Lines.Point> days(int county, OrgPath place, LocalDate today) {
        var first = WallBoard.first(today);
        var span = new Span(first, today);
        var came = byDay(sources.periods().reported(county, place, span, List.of()));
        var solved = byDay(sources.periods().solved(county, place, span, List.of()));
        return IntStream.range(0, WallBoard.DAYS)
                .mapToObj(first::plusDays)
                .map(day ->
                        new Lines.Point(
                                day.getMonthValue() + "." + day.getDayOfMonth(),
                                came.getOrDefault(day, 0),
                                solved.getOrDefault(day, 0)))
                .toList();
    }

    private static Map<LocalDate, Integer> byDay(PeriodFigures.Counted counted) {
        return counted.cells().stream()
                .collect(
                        Collectors.groupingBy(
                                PeriodFigures.Cell::day,
                                Collectors.summingInt(PeriodFigures.Cell::count)));
    }

    private OptionalInt median(int county, OrgPath place, YearMonth last) {
        sources.months().follow(county);
        var sum =
                sources.months()
                        .sums(county, List.of(place), first(last), last)
                        .getOrDefault(place, Months.Sum.NOTHING);
        return sum.solved() < OverviewPage.MEDIAN_LEAST ? OptionalInt.empty() : sum.median();
    }

    private List<RateFigures.Share> rates(int county, Unit unit, YearMonth last) {
        sources.rates().want(county);
        var rated = sources.rates().units(county, List.of(unit), first(last), last).get(unit.id());
        return rated == null ? List.of() : rated.shares();
    }

    private static YearMonth first(YearMonth last) {
        return last.minusMonths(Overviews.RECENT - 1L);
    }

    private List<WallBoard.Tile> tiles(int county, Unit root, List<Standing> standing, int least) {
        var tree = units.tree(county);
        var townships = Overviews.below(tree, root);
        var counts = townships.stream().map(unit -> Count.within(standing, unit)).toList();
        var open = column(counts.stream().map(Count::open).toList(), least);
        var overdue = column(counts.stream().map(Count::overdue).toList(), least);
        var tiles = new ArrayList<WallBoard.Tile>();
        for (int at = 0; at < townships.size(); at++) {
            var villages =
                    Overviews.below(tree, townships.get(at)).stream()
                            .filter(each -> each.level() == Level.VILLAGE)
                            .map(each -> load(Count.within(standing, each).open(), least))
                            .toList();
            tiles.add(
                    new WallBoard.Tile(
                            townships.get(at).name(), open.get(at), overdue.get(at), villages));
        }
        return tiles;
    }

    private static List<OptionalLong> column(List<Integer> counts, int least) {
        return Suppressed.column(counts.stream().map(Integer::longValue).toList(), least);
    }

    private static WallBoard.Load load(int open, int least) {
        if (open == 0) {
            return WallBoard.Load.NONE;
        }
        return open < least ? WallBoard.Load.FEW : WallBoard.Load.SOME;
    }
}
