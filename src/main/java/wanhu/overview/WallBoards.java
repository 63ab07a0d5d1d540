package wanhu.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Zones;
import wanhu.board.DayFigures;
import wanhu.board.Months;
import wanhu.board.Standings;
import wanhu.board.Standings.Standing;
import wanhu.disclosure.Suppressed;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.rate.RateFigures;
import wanhu.shell.Lines;

/** The door to the wall board of a county. */
@Service
class WallBoards {
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
    record Sources(Standings standings, DayFigures days, Months months, RateFigures rates) {}

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
        var counted = sources.months().follow(actor.county());
        var townships = townships(actor.county(), county);
        var standing = standing(actor, county, townships);
        var all = Count.at(standing, county);
        var days = days(actor.county(), county.path(), today);
        return new WallBoard(
                county,
                counted,
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
                tiles(townships, standing, least));
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
        var found =
                sources.days().lines(county, place, first, today).stream()
                        .collect(Collectors.toMap(DayFigures.Line::day, Function.identity()));
        return IntStream.range(0, WallBoard.DAYS)
                .mapToObj(first::plusDays)
                .map(day -> found.getOrDefault(day, new DayFigures.Line(day, 0, 0)))
                .map(each ->
                        new Lines.Point(
                                each.day().getMonthValue() + "." + each.day().getDayOfMonth(),
                                each.came(),
                                each.solved()))
                .toList();
    }

    private OptionalInt median(int county, OrgPath place, YearMonth last) {
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

    /** A township with its villages, each in protocol order. */
    private record Township(Unit unit, List<Unit> villages) {
        Stream<Unit> all() {
            return Stream.concat(Stream.of(unit), villages.stream());
        }
    }

    private List<Township> townships(int county, Unit root) {
        var tree = units.tree(county);
        return Overviews.below(tree, root).stream()
                .map(each ->
                        new Township(
                                each,
                                Overviews.below(tree, each).stream()
                                        .filter(unit -> unit.level() == Level.VILLAGE)
                                        .toList()))
                .toList();
    }

    private List<Standing> standing(Actor actor, Unit county, List<Township> townships) {
        var below = townships.stream().flatMap(Township::all).map(Unit::path).toList();
        return sources.standings().standing(actor, county.path(), below);
    }

    private static List<WallBoard.Tile> tiles(
            List<Township> townships, List<Standing> standing, int least) {
        var byPlace = standing.stream().collect(Collectors.groupingBy(Standing::place));
        var counts =
                townships.stream()
                        .map(each -> Count.of(byPlace.getOrDefault(each.unit().path(), List.of())))
                        .toList();
        var open = column(counts.stream().map(Count::open).toList(), least);
        var overdue = column(counts.stream().map(Count::overdue).toList(), least);
        var tiles = new ArrayList<WallBoard.Tile>();
        for (int at = 0; at < townships.size(); at++) {
            var villages =
                    townships.get(at).villages().stream()
                            .map(each -> byPlace.getOrDefault(each.path(), List.of()))
                            .map(some -> load(Count.of(some).open(), least))
                            .toList();
            tiles.add(
                    new WallBoard.Tile(
                            townships.get(at).unit().name(),
                            open.get(at),
                            overdue.get(at),
                            villages));
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
