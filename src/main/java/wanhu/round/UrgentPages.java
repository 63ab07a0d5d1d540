package wanhu.round;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;
import wanhu.org.Units;
import wanhu.promise.ClockKind;

/**
 * What was raised urgently (E2): confirmed within a working day, decided at once, without waiting
 * for a meeting.
 */
@Controller
@For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
class UrgentPages {
    private static final String LIST = "/rounds/urgent";

    private final Decisions decisions;
    private final Facts facts;
    private final MatterRounds matters;
    private final Units units;

    UrgentPages(Decisions decisions, Facts facts, MatterRounds matters, Units units) {
        this.decisions = decisions;
        this.facts = facts;
        this.matters = matters;
        this.units = units;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor) {
        var rows = matters.urgentAt(actor.county(), actor.unit());
        var tree = units.tree(actor.county());
        Map<UUID, String> names =
                rows.stream()
                        .map(Waiting::place)
                        .distinct()
                        .collect(Collectors.toMap(unit -> unit, unit -> tree.get(unit).name()));
        return Html.page("round/urgent", new UrgentPage(rows, names));
    }

    @GetMapping(LIST + "/{matter}")
    ModelAndView show(Actor actor, @PathVariable UUID matter) {
        return Html.page("round/item", page(actor, matter, DecisionForm.EMPTY, null));
    }

    @PostMapping(LIST + "/{matter}/confirm")
    @For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView confirm(
            Actor actor, @PathVariable UUID matter, @RequestParam(defaultValue = "") String note) {
        decisions.confirm(actor, matter, note.strip());
        return Html.redirect(LIST + "/" + matter + "?said=round.said.confirmed");
    }

    @PostMapping(LIST + "/{matter}")
    @For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView decide(Actor actor, @PathVariable UUID matter, @ModelAttribute DecisionForm form) {
        try {
            decisions.decideUrgent(actor, matter, form.read(units.tree(actor.county())));
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("round/item", page(actor, matter, form, no), status);
        }
        return Html.redirect(LIST + "?said=round.said.urgent");
    }

    private ItemPage page(Actor actor, UUID matter, DecisionForm form, @Nullable Refused no) {
        var level = units.tree(actor.county()).level(actor.unit());
        var known = facts.of(actor, matter, level);
        var seen = known.facts().matter();
        if (!seen.tally().urgent() || !seen.parties().holder().unit().equals(actor.unit())) {
            throw no == null ? new Refused(Refused.Kind.CONFLICT, "round.refused.left") : no;
        }
        boolean confirm = seen.times().clock() == ClockKind.URGENT;
        var way = new ItemPage.Way(LIST + "/" + matter, LIST, null, null, 0, 0);
        return new ItemPage(
                null,
                null,
                level,
                known.facts(),
                known.tried(),
                known.duties(),
                known.units(),
                known.paired(),
                confirm ? way.asking() : way,
                form,
                no);
    }
}

/** What was raised urgently to a unit. */
record UrgentPage(List<Waiting> rows, Map<UUID, String> names) {
    String name(UUID unit) {
        return names.getOrDefault(unit, "");
    }
}
