package wanhu.rate;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** How rates are reckoned: the presets with their sources, and what the county chose when. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class PresetPages {
    static final String PATH = RatePages.PATH + "/presets";

    private final PresetChoices choices;
    private final Clock clock;

    PresetPages(PresetChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** What somebody types. */
    record ChooseForm(
            @Nullable String preset,
            @Nullable String from,
            @Nullable Boolean published,
            @Nullable String reason) {
        PresetChoices.Wish read() {
            var named = RateForm.text(preset).split(":", 2);
            var chosen =
                    Presets.all().stream()
                            .filter(each -> key(each).equals(String.join(":", named)))
                            .findFirst()
                            .orElseThrow(
                                    () -> new Refused(Refused.Kind.INVALID, "rate.refused.preset"));
            return new PresetChoices.Wish(
                    chosen, month(), Boolean.TRUE.equals(published), RateForm.text(reason));
        }

        private YearMonth month() {
            try {
                return YearMonth.parse(RateForm.text(from));
            } catch (DateTimeException _) {
                throw new Refused(Refused.Kind.INVALID, "rate.refused.month");
            }
        }
    }

    static String key(Preset preset) {
        return preset.code() + ":" + preset.edition();
    }

    /** Presets and choices. */
    record PresetsPage(
            Preset now,
            YearMonth earliest,
            List<Chosen> made,
            ChooseForm form,
            boolean may,
            @Nullable Refused refused) {
        List<Preset> presets() {
            return Presets.all();
        }

        List<Choice> choices(Screen screen) {
            return Presets.all().stream()
                    .map(each ->
                            new Choice(
                                    key(each),
                                    each.name().in(screen.locale()),
                                    screen.t(
                                            "rate.preset.weights",
                                            each.weight(Rate.RESPONSE),
                                            each.weight(Rate.SOLUTION),
                                            each.weight(Rate.SATISFACTION))))
                    .toList();
        }

        String typed(@Nullable String text) {
            return RateForm.text(text);
        }

        String worth(Screen screen, Preset preset, Finding finding) {
            var typed = RateForm.Trial.typed(preset, finding);
            return typed.equals("-") ? screen.t("rate.not-counted") : typed;
        }

        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping(PATH)
    ModelAndView presets(Actor actor) {
        return page(actor, new ChooseForm(null, null, null, null), null);
    }

    @PostMapping(PATH)
    @For(Role.LEADER)
    ModelAndView choose(Actor actor, @ModelAttribute ChooseForm form) {
        try {
            choices.choose(actor, form.read());
            return Html.redirect(PATH + "?said=rate.said.chosen");
        } catch (Refused no) {
            return page(actor, form, no);
        }
    }

    private ModelAndView page(Actor actor, ChooseForm form, @Nullable Refused no) {
        var running = YearMonth.from(Zones.day(clock.instant()));
        var made = choices.list(actor.county());
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        return Html.page(
                "rate/presets",
                new PresetsPage(
                        PresetChoices.of(made, running),
                        Rates.next(running),
                        made.reversed(),
                        form,
                        PresetChoices.may(actor),
                        no),
                status);
    }
}
