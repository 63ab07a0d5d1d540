package wanhu.rate;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.matter.MatterLine;
import wanhu.matter.NamedMatters;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.rate.Exclusion.State;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** 剔除: asked by a unit, decided by somebody above it. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class ExclusionPages {
    static final String PATH = RatePages.PATH + "/exclusions";

    private final Exclusions exclusions;
    private final NamedMatters matters;
    private final Units units;

    ExclusionPages(Exclusions exclusions, NamedMatters matters, Units units) {
        this.exclusions = exclusions;
        this.matters = matters;
        this.units = units;
    }

    /** The list: what waits, or what was decided. */
    record ListPage(
            boolean waiting,
            List<Exclusion> rows,
            Map<UUID, String> titles,
            Map<UUID, String> units,
            boolean full) {
        String title(Exclusion on) {
            return titles.getOrDefault(on.matter(), "");
        }

        String unit(Exclusion on) {
            return units.getOrDefault(on.unit(), "");
        }
    }

    static String look(State state) {
        return switch (state) {
            case ASKED -> "act";
            case GRANTED -> "done";
            case REFUSED, REVOKED -> "quiet";
        };
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "true") boolean waiting) {
        var states =
                waiting ? EnumSet.of(State.ASKED) : EnumSet.complementOf(EnumSet.of(State.ASKED));
        var rows = exclusions.list(actor, states);
        return Html.page(
                "rate/exclusions",
                new ListPage(
                        waiting,
                        rows,
                        titles(actor, rows),
                        names(actor, rows),
                        rows.size() == ExclusionStore.LIST_ROWS_MAX));
    }

    private Map<UUID, String> titles(Actor actor, List<Exclusion> rows) {
        Set<UUID> ids = rows.stream().map(Exclusion::matter).collect(Collectors.toSet());
        return matters.list(actor, ids).stream()
                .collect(Collectors.toMap(MatterLine::id, MatterLine::title));
    }

    private Map<UUID, String> names(Actor actor, List<Exclusion> rows) {
        var tree = units.tree(actor.county());
        return rows.stream()
                .map(Exclusion::unit)
                .distinct()
                .collect(
                        Collectors.toMap(id -> id, id -> tree.find(id).map(Unit::name).orElse("")));
    }

    /** What somebody types. */
    record AskForm(
            @Nullable String number, Exclusion.@Nullable Ground ground, @Nullable String reason) {
        Exclusions.Wish read() {
            if (ground == null) {
                throw new Refused(Refused.Kind.INVALID, "rate.refused.ground");
            }
            return new Exclusions.Wish(RateForm.text(number), ground, RateForm.text(reason));
        }
    }

    /** The form. */
    record AskPage(AskForm form, @Nullable Refused refused) {
        String typed(@Nullable String text) {
            return RateForm.text(text);
        }

        String ground() {
            var chosen = form.ground();
            return chosen == null ? "" : chosen.name();
        }

        List<Choice> grounds(Screen screen) {
            return Stream.of(Exclusion.Ground.values())
                    .map(each -> new Choice(each.name(), screen.t("rate.ground." + each)))
                    .toList();
        }

        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping(PATH + "/new")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_CLERK})
    ModelAndView form(Actor actor, @ModelAttribute AskForm form) {
        return Html.page("rate/ask", new AskPage(form, null));
    }

    @PostMapping(PATH + "/new")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_CLERK})
    ModelAndView ask(Actor actor, @ModelAttribute AskForm form) {
        try {
            var id = exclusions.ask(actor, form.read());
            return Html.redirect(PATH + "/" + id + "?said=rate.said.asked");
        } catch (Refused no) {
            return Html.page(
                    "rate/ask", new AskPage(form, no), HttpStatus.valueOf(no.kind().status()));
        }
    }

    /** One of them. */
    record ShowPage(
            Exclusion on,
            String title,
            String unit,
            List<Exclusion.Event> events,
            boolean mayDecide) {}

    @GetMapping(PATH + "/{exclusion}")
    ModelAndView show(Actor actor, @PathVariable UUID exclusion) {
        var on = exclusions.get(actor, exclusion);
        var one = List.of(on);
        return Html.page(
                "rate/exclusion",
                new ShowPage(
                        on,
                        titles(actor, one).getOrDefault(on.matter(), ""),
                        names(actor, one).getOrDefault(on.unit(), ""),
                        exclusions.events(on),
                        exclusions.mayDecide(actor, on)));
    }

    /** What is decided. */
    record DecisionForm(@Nullable State state, @Nullable String text) {
        Exclusions.Decision read() {
            if (state == null) {
                throw new Refused(Refused.Kind.INVALID, "rate.refused.stale");
            }
            return new Exclusions.Decision(state, RateForm.text(text));
        }
    }

    @PostMapping(PATH + "/{exclusion}/decide")
    @For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.FOLLOW_UP, Role.LEADER})
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID exclusion,
            @RequestParam int version,
            @ModelAttribute DecisionForm form) {
        exclusions.decide(actor, exclusion, version, form.read());
        return Html.redirect(PATH + "/" + exclusion + "?said=rate.said.decided");
    }
}
