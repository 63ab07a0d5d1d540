package wanhu.suggest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.category.Categories;
import wanhu.matter.ClosedMatters;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** How good the suggestions are, from what they were learned, and what people chose instead. */
@Controller
@For({Role.COUNTY_CLERK, Role.ADMIN})
class SuggestPages implements MenuSource {
    static final String PATH = "/suggestions";
    private static final int MENU_ORDER = 545;
    private static final Duration USE_SHOWN = Duration.ofDays(90);

    private final ModelStore models;
    private final ChoiceStore choices;
    private final LessonStore lessons;
    private final Lessons teaching;
    private final ClosedMatters matters;
    private final Categories categories;
    private final Units units;
    private final Clock clock;

    SuggestPages(
            ModelStore models,
            ChoiceStore choices,
            LessonStore lessons,
            Lessons teaching,
            ClosedMatters matters,
            Categories categories,
            Units units,
            Clock clock) {
        this.models = models;
        this.choices = choices;
        this.lessons = lessons;
        this.teaching = teaching;
        this.matters = matters;
        this.categories = categories;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "suggest.title",
                        PATH,
                        MENU_ORDER,
                        actor -> actor.is(Role.COUNTY_CLERK, Role.ADMIN)));
    }

    @GetMapping(PATH)
    ModelAndView figures(Actor actor, Locale locale) {
        int county = actor.county();
        var standing = lessons.standing(county);
        var sections =
                Stream.of(Subject.values()).map(each -> section(county, each, locale)).toList();
        return Html.page(
                "suggest/figures",
                new SuggestPage(
                        sections,
                        matters.count(county, Teacher.MATTERS_MAX),
                        standing.asked() != null,
                        standing.busy(clock.instant())));
    }

    @PostMapping(PATH)
    ModelAndView learn(Actor actor) {
        teaching.ask(actor);
        teaching.run();
        return Html.redirect(PATH + "?said=suggest.said.asked");
    }

    private SuggestPage.Section section(int county, Subject subject, Locale locale) {
        var since = clock.instant().minus(USE_SHOWN);
        var pairs =
                choices.pairs(county, subject, since).stream()
                        .map(each ->
                                new SuggestPage.Pair(
                                        chosen(county, subject, each.suggested(), locale),
                                        chosen(county, subject, each.chosen(), locale),
                                        each.times()))
                        .toList();
        return new SuggestPage.Section(
                subject,
                models.list(county, subject),
                choices.use(county, subject, since),
                pairs,
                label -> label(county, subject, label, locale));
    }

    private String chosen(int county, Subject subject, String value, Locale locale) {
        return switch (subject) {
            case CATEGORY -> categories.name(county, value, locale);
            case UNIT -> unit(county, value);
        };
    }

    private SuggestPage.Named label(int county, Subject subject, String label, Locale locale) {
        return switch (subject) {
            case CATEGORY -> new SuggestPage.Named(null, categories.name(county, label, locale));
            case UNIT -> handler(county, label);
        };
    }

    private SuggestPage.Named handler(int county, String label) {
        var level = Handlers.level(label);
        return level == null
                ? new SuggestPage.Named(null, unit(county, label))
                : new SuggestPage.Named(level, Handlers.office(label));
    }

    private String unit(int county, String id) {
        return units.tree(county).find(UUID.fromString(id)).map(Unit::name).orElse(id);
    }

    /** Levels that the words name. */
    static String word(Level level) {
        return "suggest.handler." + level;
    }
}
