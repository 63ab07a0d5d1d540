package wanhu.topic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.category.Categories;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** 季节清单: what comes each year, as the county has it. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class SeasonPages {
    static final String PATH = TopicPages.PATH + "/seasons";

    private final Seasons seasons;
    private final Categories categories;

    SeasonPages(Seasons seasons, Categories categories) {
        this.seasons = seasons;
        this.categories = categories;
    }

    /** How a season is called: a shipped one in the reader's language. */
    static String name(Screen screen, Season season) {
        var key = "topic.season." + season.code();
        return season.version() == 0 && screen.has(key) ? screen.t(key) : season.name();
    }

    static String text(Screen screen, Season season) {
        var key = "topic.season." + season.code() + ".text";
        return season.version() == 0 && screen.has(key) ? screen.t(key) : season.text();
    }

    /** The list. */
    record ListPage(List<Season> seasons, List<Seasons.Coming> coming, boolean may, Names names) {
        LocalDate next(Screen screen, Season season) {
            return season.next(screen.today());
        }
    }

    /** How categories are called. */
    record Names(Categories categories, int county, Locale locale) {
        String all(Season season) {
            return String.join(
                    "、",
                    season.categories().stream()
                            .map(code -> categories.name(county, code, locale))
                            .toList());
        }
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, Locale locale) {
        return Html.page(
                "topic/seasons",
                new ListPage(
                        seasons.list(actor.county()),
                        seasons.coming(actor),
                        Seasons.may(actor),
                        new Names(categories, actor.county(), locale)));
    }

    /** The form of one. */
    record EditPage(Season season, List<Choice> categories) {
        List<Choice> months(Screen screen) {
            return IntStream.rangeClosed(1, 12)
                    .mapToObj(each ->
                            new Choice(Integer.toString(each), screen.t("topic.month", each)))
                    .toList();
        }

        boolean chosen(Choice category) {
            return season.categories().contains(category.value());
        }
    }

    @GetMapping(PATH + "/{code}")
    @For({Role.COUNTY_CLERK, Role.LEADER})
    ModelAndView edit(Actor actor, @PathVariable("code") String code, Locale locale) {
        var tops =
                categories.children(actor.county(), null).stream()
                        .map(each -> new Choice(each.code(), each.name(locale)))
                        .toList();
        return Html.page("topic/season", new EditPage(season(actor, code), tops));
    }

    private Season season(Actor actor, String code) {
        return seasons.list(actor.county()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "topic.refused.no-season"));
    }

    /** What somebody types. */
    record SeasonForm(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Integer from,
            @Nullable Integer until,
            @Nullable Integer lead,
            @Nullable List<String> category,
            @Nullable String text,
            @Nullable Boolean live) {
        Season read(String code) {
            boolean months = month(from) && month(until) && lead != null && lead >= 0;
            Refused.unless(Refused.Kind.INVALID, months, "topic.refused.months");
            var chosen = category == null ? List.<String>of() : new ArrayList<>(category);
            return new Season(
                    code,
                    version == null ? 0 : version,
                    MonthlyPages.BeginForm.text(name),
                    from == null ? 1 : from,
                    until == null ? 1 : until,
                    lead == null ? 0 : lead,
                    chosen,
                    MonthlyPages.BeginForm.text(text),
                    Boolean.TRUE.equals(live));
        }

        private static boolean month(@Nullable Integer typed) {
            return typed != null && typed >= 1 && typed <= 12;
        }
    }

    @PostMapping(PATH + "/{code}")
    @For({Role.COUNTY_CLERK, Role.LEADER})
    ModelAndView save(
            Actor actor, @PathVariable("code") String code, @ModelAttribute SeasonForm form) {
        season(actor, code);
        seasons.save(actor, form.read(code));
        return Html.redirect(PATH + "?said=topic.said.season");
    }
}
