package wanhu.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.matter.PublicMatter;
import wanhu.matter.PublicMatters;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;

/** What the public notice board shows. */
@Component
class Board {
    private static final int MONTHS = 12;

    private final PublicMatters matters;
    private final Units units;
    private final Categories categories;
    private final Laws laws;
    private final Clock clock;

    Board(PublicMatters matters, Units units, Categories categories, Laws laws, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.categories = categories;
        this.laws = laws;
        this.clock = clock;
    }

    /**
     * Codes of a county or unit as an address has them; the county of the installation when there
     * is none.
     */
    Unit unit(String code) {
        var found =
                code.isBlank()
                        ? units.counties().stream()
                                .findFirst()
                                .flatMap(county -> units.tree(county).root())
                        : units.counties().stream()
                                .flatMap(county -> units.tree(county).byCode(code).stream())
                                .findFirst();
        return found.orElseThrow(
                () -> new Refused(Refused.Kind.MISSING, "disclosure.refused.unit"));
    }

    /** A line of the board. */
    record Line(PublicMatter matter, String place, String category) {}

    Page<Line> list(PublicMatters.Query query, Locale locale) {
        var page = matters.list(query);
        var tree = units.tree(query.county());
        return new Page<>(
                page.rows().stream().map(each -> line(tree, each, locale)).toList(),
                page.total(),
                page.next());
    }

    Optional<Line> find(int county, String number, Locale locale) {
        var tree = units.tree(county);
        return matters.find(county, number).map(each -> line(tree, each, locale));
    }

    private Line line(Tree tree, PublicMatter matter, Locale locale) {
        return new Line(
                matter,
                name(tree, matter.place()),
                categories.name(tree.county(), matter.category(), locale));
    }

    /** Township and village of a place. */
    String name(Tree tree, OrgPath place) {
        var unit = tree.byPath(place).orElse(null);
        if (unit == null) {
            return "";
        }
        var township =
                tree.above(unit.id(), Level.TOWNSHIP)
                        .filter(each -> !each.equals(unit))
                        .map(Unit::name)
                        .orElse("");
        return township + unit.name();
    }

    @Nullable String handler(int county, PublicMatter matter) {
        var path = matter.handler();
        return path == null ? null : units.tree(county).byPath(path).map(Unit::name).orElse(null);
    }

    /**
     * Places by which the board can be narrowed: the townships, and the villages of the one that is
     * chosen.
     */
    List<Choice> places(int county, Unit chosen) {
        var tree = units.tree(county);
        var choices = new ArrayList<Choice>();
        var township = tree.above(chosen.id(), Level.TOWNSHIP);
        for (Unit each : tree.townships()) {
            choices.add(new Choice(each.code(), each.name()));
            if (township.filter(each::equals).isPresent()) {
                tree.villages(each.path())
                        .forEach(village ->
                                choices.add(new Choice(village.code(), "　" + village.name())));
            }
        }
        return choices;
    }

    List<Choice> topics(int county, Locale locale) {
        return categories.children(county, null).stream()
                .map(each -> new Choice(each.code(), each.name(locale)))
                .toList();
    }

    /** A line of the public figures; a count that is hidden is empty. */
    record FigureLine(
            String place,
            String code,
            OptionalLong told,
            OptionalLong ended,
            OptionalLong solved) {}

    /** The public figures of twelve months. */
    record FigureTable(
            LocalDate from,
            int least,
            List<FigureLine> lines,
            long told,
            long ended,
            long solved) {}

    FigureTable figures(int county) {
        var today = Zones.day(clock.instant());
        var from = today.minusMonths(MONTHS).withDayOfMonth(1);
        int least = laws.number(county, RuleKey.PUBLIC_SUPPRESSION, today);
        var rows = matters.figures(county, from);
        var told =
                Suppressed.column(rows.stream().map(PublicMatters.Figures::told).toList(), least);
        var ended =
                Suppressed.column(rows.stream().map(PublicMatters.Figures::ended).toList(), least);
        var solved =
                Suppressed.column(rows.stream().map(PublicMatters.Figures::solved).toList(), least);
        var lines = new ArrayList<FigureLine>();
        var tree = units.tree(county);
        for (int at = 0; at < rows.size(); at++) {
            var unit = tree.byPath(rows.get(at).place());
            if (unit.isPresent()) {
                lines.add(
                        new FigureLine(
                                unit.get().name(),
                                unit.get().code(),
                                told.get(at),
                                ended.get(at),
                                solved.get(at)));
            }
        }
        return new FigureTable(
                from,
                least,
                lines,
                rows.stream().mapToLong(PublicMatters.Figures::told).sum(),
                rows.stream().mapToLong(PublicMatters.Figures::ended).sum(),
                rows.stream().mapToLong(PublicMatters.Figures::solved).sum());
    }
}
