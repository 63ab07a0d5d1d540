package wanhu.rate;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;

/** The rates of a county's townships for everybody, where the county has decided so. */
@Controller
class OpenRatePages {
    private static final int MONTHS = 3;

    private final Rates rates;
    private final PresetChoices choices;
    private final Units units;
    private final Laws laws;
    private final Clock clock;

    OpenRatePages(Rates rates, PresetChoices choices, Units units, Laws laws, Clock clock) {
        this.rates = rates;
        this.choices = choices;
        this.units = units;
        this.laws = laws;
        this.clock = clock;
    }

    /**
     * The table.
     *
     * @param lines townships; none where nothing is published
     * @param small counts from 1 up to this one less are hidden
     */
    record OpenPage(
            String county,
            SumStore.Months months,
            @Nullable Preset preset,
            List<Rates.Line> lines,
            int small) {
        /** The rate, or null where it says too much of few people. */
        @Nullable Figure figure(Score score, Rate rate) {
            var least = preset == null ? small : Math.max(small, preset.least());
            var figure = score.figure(rate, least);
            return figure.shown() && told(score, rate) ? figure : null;
        }

        /** Whether no finding behind the rate is of few people. */
        private boolean told(Score score, Rate rate) {
            return preset != null
                    && Finding.of(rate).stream()
                            .filter(each -> preset.worth(each).isPresent())
                            .mapToInt(score::count)
                            .noneMatch(n -> n > 0 && n < small);
        }
    }

    @GetMapping("/open/rates")
    ModelAndView rates(@RequestParam(defaultValue = "") String county) {
        var root = root(county);
        var running = YearMonth.from(Zones.day(clock.instant()));
        var months = new SumStore.Months(running.minusMonths(MONTHS), running.minusMonths(1));
        int small =
                laws.number(root.county(), RuleKey.PUBLIC_SUPPRESSION, Zones.day(clock.instant()));
        if (!PresetChoices.published(choices.list(root.county()), months.until())) {
            return Html.page(
                    "rate/open", new OpenPage(root.name(), months, null, List.of(), small));
        }
        var table = rates.table(root.county(), new Rates.Asked(root, months, RateItems.ANY));
        var lines =
                table.classes().stream()
                        .flatMap(each -> each.lines().stream())
                        .filter(line ->
                                line.unit().kind().territorial()
                                        && line.unit().level() == Level.TOWNSHIP)
                        .sorted(java.util.Comparator.comparing(line -> line.unit().path()))
                        .toList();
        return Html.page(
                "rate/open", new OpenPage(root.name(), months, table.preset(), lines, small));
    }

    private Unit root(String code) {
        var known = units.counties();
        var county =
                code.isBlank() && known.size() == 1 ? known.getFirst().toString() : code.strip();
        return known.stream()
                .filter(each ->
                        "%06d".formatted(each).equals(county) || each.toString().equals(county))
                .findFirst()
                .flatMap(each -> units.tree(each).root())
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "rate.refused.unit"));
    }
}
