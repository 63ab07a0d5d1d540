package wanhu.overview;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Scope;
import wanhu.base.Zones;
import wanhu.board.Months;
import wanhu.board.Standings;
import wanhu.board.Standings.Standing;
import wanhu.life.Stage;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.overview.Overview.Line;
import wanhu.overview.Overview.Spans;
import wanhu.rate.RateFigures;

/** The door to the figures of a territory, for whom it lies in the own territory. */
@Service
class Overviews {
    /** Months that are shown one by one. */
    static final int MONTHS = 13;

    /** Months over which medians and rates are told, the running one included. */
    static final int RECENT = 3;

    private static final RateFigures.Rated UNRATED = new RateFigures.Rated(List.of(), 0);

    private final Standings standings;
    private final Months months;
    private final RateFigures rates;
    private final Units units;
    private final Clock clock;

    Overviews(Standings standings, Months months, RateFigures rates, Units units, Clock clock) {
        this.standings = standings;
        this.months = months;
        this.rates = rates;
        this.units = units;
        this.clock = clock;
    }

    /** The territory of a post; empty for one that has none. */
    Optional<Unit> own(Actor actor) {
        var from = Scope.of(actor).territory().from();
        return from.isEmpty()
                ? Optional.empty()
                : units.tree(actor.county())
                        .byPath(new OrgPath(from))
                        .filter(unit -> unit.kind().territorial());
    }

    /**
     * A territory that the post may look at.
     *
     * @throws Refused MISSING when it lies elsewhere, or is no territory
     */
    Unit unit(Actor actor, UUID id) {
        return units.tree(actor.county())
                .find(id)
                .filter(unit -> unit.kind().territorial() && sees(actor, unit))
                .orElseThrow(() -> new Refused(Kind.MISSING, "overview.refused.unit"));
    }

    private static boolean sees(Actor actor, Unit unit) {
        return Scope.of(actor).territory().contains(unit.path());
    }

    /** The figures of a territory that the post may look at. */
    Overview overview(Actor actor, Unit unit) {
        var tree = units.tree(actor.county());
        var children = below(tree, unit);
        var last = YearMonth.from(Zones.day(clock.instant()));
        rates.want(actor.county());
        var spans =
                new Spans(
                        last.minusMonths(RECENT - 1L),
                        last,
                        months.follow(actor.county()),
                        rates.at(actor.county()));
        var standing =
                standings.standing(actor, unit.path(), children.stream().map(Unit::path).toList());
        var all = new ArrayList<>(children);
        all.add(unit);
        var lines = lines(actor.county(), all, standing, spans);
        var whole = lines.removeLast();
        return new Overview(
                unit,
                tree.ancestors(unit.id()).stream()
                        .filter(each -> sees(actor, each))
                        .toList()
                        .reversed(),
                stages(standing, unit),
                months(actor.county(), unit, last),
                whole,
                lines,
                spans);
    }

    /** The territories directly below one, in protocol order. */
    static List<Unit> below(Tree tree, Unit unit) {
        return tree.children(unit.id()).stream().filter(each -> each.kind().territorial()).toList();
    }

    private List<Line> lines(int county, List<Unit> some, List<Standing> standing, Spans spans) {
        var sums =
                months.sums(
                        county,
                        some.stream().map(Unit::path).toList(),
                        spans.from(),
                        spans.until());
        var rated =
                some.stream().allMatch(unit -> unit.level() == Level.GRID)
                        ? Map.<UUID, RateFigures.Rated>of()
                        : rates.units(county, some, spans.from(), spans.until());
        return some.stream()
                .map(unit ->
                        new Line(
                                unit,
                                Count.at(standing, unit),
                                sums.getOrDefault(unit.path(), Months.Sum.NOTHING),
                                rated.getOrDefault(unit.id(), UNRATED)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static SortedMap<Stage, Count> stages(List<Standing> standing, Unit unit) {
        return standing.stream()
                .filter(each -> each.place().equals(unit.path()))
                .collect(Collectors.groupingBy(Standing::stage))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> Count.of(each.getValue()),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private List<Months.Line> months(int county, Unit unit, YearMonth last) {
        var first = last.minusMonths(MONTHS - 1L);
        var found =
                months.lines(county, unit.path(), first, last).stream()
                        .collect(Collectors.toMap(Months.Line::month, Function.identity()));
        return IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(each -> found.getOrDefault(each, new Months.Line(each, 0, 0)))
                .toList();
    }
}
