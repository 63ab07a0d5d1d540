package wanhu.rate;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.board.Rollups;
import wanhu.matter.MatterLine;
import wanhu.matter.NamedMatters;
import wanhu.org.Unit;
import wanhu.org.Units;

/** The door to the three rates: of units with what lies below them, never of a person. */
@Service
class Rates {
    private final SumStore store;
    private final RateFold fold;
    private final Rollups rollups;
    private final PresetChoices choices;
    private final NamedMatters matters;
    private final Units units;

    Rates(
            SumStore store,
            RateFold fold,
            Rollups rollups,
            PresetChoices choices,
            NamedMatters matters,
            Units units) {
        this.store = store;
        this.fold = fold;
        this.rollups = rollups;
        this.choices = choices;
        this.matters = matters;
        this.units = units;
    }

    /**
     * What is asked: a unit with all below it, some months, a category at the top or "" for any.
     */
    record Asked(Unit unit, SumStore.Months months, String category) {}

    /** A unit with its rates. */
    record Line(Unit unit, Score score) {}

    /** Units whose volume is alike, those with the best lower bound first. */
    record Volume(boolean departments, int number, List<Line> lines) {}

    /** A month or a category with its rates. */
    record Part(String of, Score score) {}

    /**
     * The rates of a unit.
     *
     * @param preset that of the last month
     * @param presets how many different ones the months have
     * @param own what the unit handles itself
     * @param whole with all below it
     */
    record Table(
            Asked asked,
            Preset preset,
            int presets,
            Score own,
            Score whole,
            List<Volume> classes,
            List<Part> months,
            List<Part> categories,
            Instant at) {}

    /** The unit of that id that the post may look at; its own when none is named. */
    Unit unit(Actor actor, Optional<UUID> id) {
        var tree = units.tree(actor.county());
        return tree.find(id.orElse(actor.unit()))
                .filter(unit -> actor.covers(unit.path()))
                .orElseThrow(() -> new Refused(Kind.MISSING, "rate.refused.unit"));
    }

    /** The rates as they count. */
    @Transactional(readOnly = true)
    Table table(int county, Asked asked) {
        return table(county, asked, preset -> preset);
    }

    /** The rates as they would be with another preset; nothing of it is kept. */
    @Transactional(readOnly = true)
    Table table(int county, Asked asked, UnaryOperator<Preset> other) {
        var made = choices.list(county);
        var runs = PresetChoices.runs(made, asked.months());
        var last = other.apply(runs.getLast().preset());
        var unit = asked.unit().id();
        var children = units.tree(county).children(unit);
        var own = new HashMap<String, Score>();
        var byUnit = new HashMap<String, Score>();
        var byMonth = new TreeMap<String, Score>();
        var byCategory = new HashMap<String, Score>();
        for (PresetChoices.Run run : runs) {
            var preset = other.apply(run.preset());
            var months = run.months();
            add(own, preset, store.own(county, asked.category(), months, unit));
            add(byUnit, preset, store.ofUnits(county, asked.category(), months, ids(children)));
            add(byMonth, preset, store.byMonth(county, asked.category(), months, unit));
            add(byCategory, preset, store.byCategory(county, months, unit));
        }
        return new Table(
                asked,
                last,
                (int) runs.stream().map(PresetChoices.Run::preset).distinct().count(),
                of(own, asked.unit()),
                byMonth.values().stream().collect(Score::new, Score::add, Score::add),
                classes(byUnit, children, asked, last),
                parts(byMonth),
                parts(byCategory),
                rollups.at(fold, county));
    }

    private static void add(Map<String, Score> scores, Preset preset, List<SumStore.Sum> sums) {
        for (SumStore.Sum sum : sums) {
            scores.computeIfAbsent(sum.of(), _ -> new Score())
                    .add(preset, sum.finding(), sum.excluded(), sum.n());
        }
    }

    private static List<Part> parts(Map<String, Score> scores) {
        return scores.entrySet().stream()
                .map(each -> new Part(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Part::of))
                .toList();
    }

    /** The scores of units with all below them, with the preset of the last month. */
    record Below(Preset preset, Map<UUID, Score> scores) {}

    /** The scores of some units with all below them in some months. */
    @Transactional(readOnly = true)
    Below below(int county, Collection<Unit> some, SumStore.Months months) {
        var runs = PresetChoices.runs(choices.list(county), months);
        var byUnit = new HashMap<String, Score>();
        for (PresetChoices.Run run : runs) {
            var sums = store.ofUnits(county, RateItems.ANY, run.months(), ids(some));
            add(byUnit, run.preset(), sums);
        }
        return new Below(
                runs.getLast().preset(),
                some.stream().collect(Collectors.toMap(Unit::id, unit -> of(byUnit, unit))));
    }

    private static Score of(Map<String, Score> scores, Unit unit) {
        return scores.getOrDefault(unit.id().toString(), new Score());
    }

    private static Set<UUID> ids(Collection<Unit> some) {
        return some.stream().map(Unit::id).collect(Collectors.toSet());
    }

    private static List<Volume> classes(
            Map<String, Score> scores, List<Unit> children, Asked asked, Preset preset) {
        var classes = new TreeMap<Integer, List<Line>>();
        var departments = new TreeMap<Integer, List<Line>>();
        for (Unit unit : children) {
            var score = of(scores, unit);
            double volume = (double) score.volume() / asked.months().count();
            (unit.kind().territorial() ? classes : departments)
                    .computeIfAbsent(preset.classOf(volume), _ -> new ArrayList<>())
                    .add(new Line(unit, score));
        }
        var all = new ArrayList<Volume>();
        classes.descendingMap().forEach((at, lines) -> all.add(ordered(false, at, lines, preset)));
        departments
                .descendingMap()
                .forEach((at, lines) -> all.add(ordered(true, at, lines, preset)));
        return all;
    }

    /** Units without enough cases come last, as they stand in the office's order. */
    private static Volume ordered(
            boolean departments, int number, List<Line> lines, Preset preset) {
        var sorted =
                lines.stream()
                        .sorted(
                                Comparator.comparingDouble((Line line) ->
                                                line.score().lower(preset).orElse(-1))
                                        .reversed())
                        .toList();
        return new Volume(departments, number, sorted);
    }

    /** What lies behind a figure. */
    record Rows(int items, List<SumStore.Behind> behind, Map<UUID, MatterLine> matters) {}

    /** The matters behind a figure, as far as the post sees them. */
    @Transactional(readOnly = true)
    Rows behind(Actor actor, Asked asked, SumStore.Asked which, boolean own) {
        var tree = units.tree(actor.county());
        var of = own ? Set.of(asked.unit().id()) : tree.ever(asked.unit().path());
        var behind = store.behind(actor.county(), which, of);
        var ids = behind.stream().map(SumStore.Behind::matter).collect(Collectors.toSet());
        var seen =
                matters.list(actor, ids).stream()
                        .collect(Collectors.toMap(MatterLine::id, line -> line));
        var shown = behind.stream().filter(each -> seen.containsKey(each.matter())).toList();
        return new Rows(behind.size(), shown, seen);
    }

    /** Brings the figures of a county up to now. */
    void follow(int county) {
        rollups.follow(fold, county);
    }

    /** The month in which a choice can begin at the earliest. */
    static YearMonth next(YearMonth running) {
        return running.plusMonths(1);
    }
}
