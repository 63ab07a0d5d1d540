package wanhu.round;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Zones;
import wanhu.calendar.Lateness;
import wanhu.category.Categories;
import wanhu.duty.DutyItem;
import wanhu.duty.DutyLists;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.TimelineLine;
import wanhu.org.Level;
import wanhu.org.PairedUnit;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.shell.Choice;

/** Gathers what a meeting needs to know of a matter. */
@Component
class Facts {
    private static final int TRIED_LINES_MAX = 12;
    private static final int DUTIES_MAX = 5;

    private final Matters matters;
    private final Units units;
    private final Posts posts;
    private final DutyLists duties;
    private final Categories categories;
    private final Clock clock;

    Facts(
            Matters matters,
            Units units,
            Posts posts,
            DutyLists duties,
            Categories categories,
            Clock clock) {
        this.matters = matters;
        this.units = units;
        this.posts = posts;
        this.duties = duties;
        this.categories = categories;
        this.clock = clock;
    }

    /** All of it. */
    record Known(
            ItemPage.Facts facts,
            List<TimelineLine> tried,
            List<DutyItem> duties,
            List<Choice> units,
            List<Choice> paired) {}

    Known of(Actor actor, UUID id, Level level) {
        var matter = matters.get(actor, id);
        var paired = paired(matter);
        return new Known(
                facts(matter),
                tried(matter),
                duties(matter, level),
                receivers(actor, level),
                paired);
    }

    private ItemPage.Facts facts(Matter matter) {
        var tree = units.tree(matter.county());
        var times = matter.times();
        var late =
                matter.stage().unsolved()
                        ? Lateness.of(times.due(), times.warn(), clock.instant())
                        : Lateness.DONE;
        var locale = LocaleContextHolder.getLocale();
        return new ItemPage.Facts(
                matter,
                tree.get(matter.about().placeUnit()).name(),
                categories.name(matter.county(), matter.about().category(), locale(locale)),
                tree.get(matter.parties().holder().unit()).name(),
                late);
    }

    private static Locale locale(Locale wish) {
        return "en".equals(wish.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** The newest lines first that moved it or say something. */
    private List<TimelineLine> tried(Matter matter) {
        var lines =
                new ArrayList<>(
                        matters.timeline(matter).stream()
                                .filter(line ->
                                        line.seq() == 1
                                                || line.moved()
                                                || !line.note().isEmpty()
                                                || !line.told().isEmpty())
                                .toList());
        Collections.reverse(lines);
        return lines.stream().limit(TRIED_LINES_MAX).toList();
    }

    private List<DutyItem> duties(Matter matter, Level level) {
        var day = Zones.day(clock.instant());
        return duties.forCategory(matter.county(), matter.about().category(), level, day).stream()
                .limit(DUTIES_MAX)
                .toList();
    }

    /** Units to which a township or the county may give work: those below it that are no grids. */
    private List<Choice> receivers(Actor actor, Level level) {
        if (level == Level.VILLAGE) {
            return List.of();
        }
        var tree = units.tree(actor.county());
        return tree.subtree(actor.path()).stream()
                .filter(unit -> !unit.id().equals(actor.unit()) && unit.kind() != UnitKind.GRID)
                .filter(unit ->
                        level != Level.COUNTY
                                || unit.kind() == UnitKind.DEPARTMENT
                                || unit.kind() == UnitKind.TEAM
                                || unit.level() == Level.TOWNSHIP)
                .map(Facts::choice)
                .toList();
    }

    private List<Choice> paired(Matter matter) {
        var tree = units.tree(matter.county());
        var day = Zones.day(clock.instant());
        return tree.above(matter.about().placeUnit(), Level.VILLAGE).stream()
                .flatMap(village -> posts.pairedUnits(matter.county(), village.id(), day).stream())
                .map(PairedUnit::unit)
                .distinct()
                .map(tree::get)
                .map(Facts::choice)
                .toList();
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id().toString(), unit.name(), null, unit.code());
    }
}
