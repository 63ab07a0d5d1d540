package wanhu.rate;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.matter.MatterLine;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The rates of a unit and of those below it, what lies behind each number, and what would be. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class RatePages implements MenuSource {
    static final String PATH = "/rates";
    private static final int MENU_ORDER = 420;

    private final Rates rates;
    private final Units units;
    private final Categories categories;
    private final Clock clock;

    RatePages(Rates rates, Units units, Categories categories, Clock clock) {
        this.rates = rates;
        this.units = units;
        this.categories = categories;
        this.clock = clock;
    }

    static boolean reads(Actor actor) {
        return !actor.role().apart() && !actor.is(Role.GRID_WORKER, Role.PHONE_DESK);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("rate.title", PATH, MENU_ORDER, RatePages::reads));
    }

    @GetMapping(PATH)
    ModelAndView rates(Actor actor, @ModelAttribute RateForm form, Locale locale) {
        rates.follow(actor.county());
        var asked = asked(actor, form);
        var table = rates.table(actor.county(), asked);
        return Html.page("rate/rates", page(actor, table, locale));
    }

    Rates.Asked asked(Actor actor, RateForm form) {
        var running = YearMonth.from(Zones.day(clock.instant()));
        return new Rates.Asked(
                rates.unit(actor, form.unitId()),
                form.months(running),
                RateForm.text(form.category()));
    }

    private RatesPage page(Actor actor, Rates.Table table, Locale locale) {
        return new RatesPage(
                actor,
                table,
                names(actor, locale),
                above(actor, table.asked().unit()),
                PresetChoices.may(actor));
    }

    private Map<String, String> names(Actor actor, Locale locale) {
        return categories.tree(actor.county()).values().stream()
                .filter(each -> each.above().isEmpty())
                .collect(
                        Collectors.toMap(
                                Category::code,
                                each -> each.name(locale),
                                (one, _) -> one,
                                java.util.LinkedHashMap::new));
    }

    /** The units above one that the post may look at, the highest first. */
    private List<Unit> above(Actor actor, Unit unit) {
        return units.tree(actor.county()).ancestors(unit.id()).stream()
                .filter(each -> actor.covers(each.path()))
                .toList()
                .reversed();
    }

    /**
     * Matters behind a number.
     *
     * @param findings which are meant
     */
    record BehindPage(
            Rates.Asked asked,
            List<Finding> findings,
            boolean excluded,
            boolean own,
            Rates.Rows rows,
            Map<UUID, String> units) {
        String unit(SumStore.Behind row) {
            return units.getOrDefault(row.unit(), "");
        }

        MatterLine matter(SumStore.Behind row) {
            return java.util.Objects.requireNonNull(rows.matters().get(row.matter()));
        }

        String back() {
            return RateForm.address(PATH, asked);
        }
    }

    /** Which number is meant. */
    record Pointed(@Nullable String finding, @Nullable Boolean excluded, @Nullable Boolean own) {}

    @GetMapping(PATH + "/rows")
    ModelAndView behind(
            Actor actor, @ModelAttribute RateForm form, @ModelAttribute Pointed number) {
        var asked = asked(actor, form);
        var findings = findings(RateForm.text(number.finding()));
        boolean excluded = Boolean.TRUE.equals(number.excluded());
        boolean own = Boolean.TRUE.equals(number.own());
        var which = new SumStore.Asked(asked.months(), asked.category(), findings, excluded);
        var rows = rates.behind(actor, asked, which, own);
        var tree = units.tree(actor.county());
        var named =
                rows.behind().stream()
                        .map(SumStore.Behind::unit)
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> tree.get(id).name()));
        return Html.page(
                "rate/behind", new BehindPage(asked, findings, excluded, own, rows, named));
    }

    /** A finding by its name, or all of a rate by its name. */
    private static List<Finding> findings(String name) {
        for (Rate rate : Rate.values()) {
            if (rate.name().equals(name)) {
                return Finding.of(rate);
            }
        }
        return Stream.of(Finding.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "rate.refused.finding"));
    }

    /**
     * What would be.
     *
     * @param other with what was tried; null before somebody tried
     */
    record TrialPage(
            RatesPage now,
            @Nullable RatesPage other,
            RateForm.Trial form,
            @Nullable Refused refused) {
        List<Choice> worths(wanhu.shell.Screen screen) {
            return RateForm.Trial.WORTHS.stream()
                    .map(each ->
                            new Choice(
                                    each, each.equals("-") ? screen.t("rate.not-counted") : each))
                    .toList();
        }

        String worth(Finding finding) {
            var shown = other == null ? now : other;
            return RateForm.Trial.typed(shown.table().preset(), finding);
        }

        String weight(Rate rate) {
            var shown = other == null ? now : other;
            return Integer.toString(shown.table().preset().weight(rate));
        }

        /** The same unit as it is now. */
        Score before(Unit unit) {
            return now.table().classes().stream()
                    .flatMap(each -> each.lines().stream())
                    .filter(line -> line.unit().id().equals(unit.id()))
                    .map(Rates.Line::score)
                    .findFirst()
                    .orElseGet(Score::new);
        }
    }

    @GetMapping(PATH + "/what-if")
    ModelAndView trial(
            Actor actor,
            @ModelAttribute RateForm form,
            @ModelAttribute RateForm.Trial trial,
            Locale locale) {
        var asked = asked(actor, form);
        var now = page(actor, rates.table(actor.county(), asked), locale);
        if (!trial.asked()) {
            return Html.page("rate/trial", new TrialPage(now, null, trial, null));
        }
        try {
            var other = rates.table(actor.county(), asked, trial::on);
            return Html.page(
                    "rate/trial", new TrialPage(now, page(actor, other, locale), trial, null));
        } catch (Refused no) {
            return Html.page(
                    "rate/trial",
                    new TrialPage(now, null, trial, no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }
}
