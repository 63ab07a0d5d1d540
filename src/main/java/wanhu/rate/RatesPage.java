package wanhu.rate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wanhu.base.Actor;
import wanhu.org.Unit;
import wanhu.shell.Chart;
import wanhu.shell.Choice;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * The rates of a unit.
 *
 * @param categories names of the categories at the top
 * @param above the units above that the post may look at
 * @param chooses whether the post chooses the preset
 */
record RatesPage(
        Actor actor,
        Rates.Table table,
        Map<String, String> categories,
        List<Unit> above,
        boolean chooses) {

    Rates.Asked asked() {
        return table.asked();
    }

    String name(String category) {
        return categories.getOrDefault(category, category);
    }

    List<Choice> categoryChoices() {
        return categories.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList();
    }

    List<Link> crumbs(Screen screen) {
        var own = new Link(asked().unit().name(), null);
        var links = above.stream().map(unit -> new Link(unit.name(), unitRates(unit)));
        return above.isEmpty() ? List.of() : Stream.concat(links, Stream.of(own)).toList();
    }

    String unitRates(Unit unit) {
        return RateForm.address(
                RatePages.PATH, new Rates.Asked(unit, asked().months(), asked().category()));
    }

    String categoryRates(String category) {
        return RateForm.address(
                RatePages.PATH, new Rates.Asked(asked().unit(), asked().months(), category));
    }

    String address(String path, String... more) {
        return RateForm.address(path, asked(), more);
    }

    /** The matters behind the number of a finding of the whole. */
    String rows(Finding finding, boolean excluded) {
        return address(
                RatePages.PATH + "/rows",
                "finding",
                finding.name(),
                "excluded",
                excluded ? "true" : "");
    }

    /** The matters of a unit in the table. */
    String rows(Unit unit, String finding) {
        return RateForm.address(
                RatePages.PATH + "/rows",
                new Rates.Asked(unit, asked().months(), asked().category()),
                "finding",
                finding);
    }

    Figure figure(Score score, Rate rate) {
        return score.figure(rate, table.preset().least());
    }

    Figure whole(Score score, Rate rate) {
        return score.whole(rate, table.preset().least());
    }

    /** A rate as it is written; why there is none while there are too few cases. */
    static String value(Screen screen, Figure figure) {
        return figure.shown() ? screen.percent(figure.value()) : screen.t("rate.few");
    }

    static String lower(Screen screen, Figure figure) {
        return figure.shown() ? screen.percent(figure.lower()) : "–";
    }

    /** The composite, of 100. */
    static String total(Screen screen, OptionalDouble total) {
        return total.isPresent()
                ? String.format(Locale.ROOT, "%.1f", total.getAsDouble())
                : screen.t("rate.few");
    }

    String total(Screen screen, Score score) {
        return total(screen, score.total(table.preset()));
    }

    /** The sum with its numbers: (38 × 1 + 4 × 0.5) ÷ 45 = 88.9%. */
    String formula(Screen screen, Score score, Rate rate) {
        var preset = table.preset();
        var terms =
                Finding.of(rate).stream()
                        .filter(each -> preset.worth(each).orElse(0) > 0 && score.count(each) > 0)
                        .map(each ->
                                screen.t(
                                        "rate.term",
                                        score.count(each),
                                        RateForm.Trial.typed(preset, each)))
                        .collect(Collectors.joining(" + "));
        var figure = figure(score, rate);
        return screen.t(
                figure.shown() ? "rate.formula" : "rate.formula.few",
                terms.isEmpty() ? "0" : terms,
                figure.cases(),
                screen.percent(figure.value()),
                table.preset().least());
    }

    /** What the composite is made of: 30 × 88.9% + 35 × … */
    String totalFormula(Screen screen) {
        var preset = table.preset();
        var terms =
                Stream.of(Rate.values())
                        .map(rate ->
                                preset.weight(rate)
                                        + " × "
                                        + value(screen, figure(table.whole(), rate)))
                        .collect(Collectors.joining(" + "));
        return terms + " = " + total(screen, table.whole());
    }

    /** Findings of a rate that occur, and those that are left out. */
    List<Finding> findings(Rate rate) {
        return Finding.of(rate);
    }

    int left() {
        return table.whole().left(Finding.HANDLED);
    }

    Chart chart(Screen screen, Rate rate) {
        return new Chart(
                screen.t("rate." + rate),
                "%",
                table.months().stream()
                        .filter(each -> figure(each.score(), rate).shown())
                        .map(each -> {
                            var figure = figure(each.score(), rate);
                            return new Chart.Point(
                                    each.of(), figure.value(), screen.percent(figure.value()));
                        })
                        .toList());
    }

    /** How a class of volumes is called. */
    String volume(Screen screen, Rates.Volume one) {
        var bounds = table.preset().classes();
        var kind = screen.t(one.departments() ? "rate.departments" : "rate.territories");
        if (one.number() == 0) {
            return screen.t("rate.class.low", kind, bounds.getFirst());
        }
        return one.number() == bounds.size()
                ? screen.t("rate.class.high", kind, bounds.getLast())
                : screen.t(
                        "rate.class.middle",
                        kind,
                        bounds.get(one.number() - 1),
                        bounds.get(one.number()));
    }

    boolean months() {
        return table.months().stream().anyMatch(each -> each.score().volume() > 0);
    }

    boolean nothing() {
        return table.months().isEmpty();
    }
}
