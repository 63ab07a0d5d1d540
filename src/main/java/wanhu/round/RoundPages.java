package wanhu.round;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The meetings of a post: what is next, what is on its list, what was held. */
@Controller
@For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
class RoundPages implements MenuSource {
    private static final int MENU_ORDER = 200;

    private final Rounds rounds;
    private final Decisions decisions;
    private final Reminders reminders;
    private final Cards cards;
    private final RunViews views;

    RoundPages(
            Rounds rounds, Decisions decisions, Reminders reminders, Cards cards, RunViews views) {
        this.rounds = rounds;
        this.decisions = decisions;
        this.reminders = reminders;
        this.cards = cards;
        this.views = views;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "round.title",
                        "/rounds",
                        MENU_ORDER,
                        actor ->
                                actor.is(
                                        Role.VILLAGE_CLERK,
                                        Role.TOWNSHIP_CLERK,
                                        Role.COUNTY_CLERK,
                                        Role.LEADER)));
    }

    @GetMapping("/rounds")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) @Nullable UUID after) {
        return Html.page("round/rounds", cards.page(actor, below, after));
    }

    @PostMapping("/rounds")
    @For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.VILLAGE_CLERK})
    ModelAndView call(Actor actor, @RequestParam(defaultValue = "") String kind) {
        return Html.redirect("/rounds/" + rounds.call(actor, kind));
    }

    @PostMapping("/rounds/prompts/{prompt}")
    @For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID prompt,
            @RequestParam(defaultValue = "") String answer) {
        reminders.answer(actor, prompt, answer);
        return Html.redirect("/rounds?said=round.said.answered");
    }

    @GetMapping("/rounds/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return Html.page(
                "round/round", views.page(actor, rounds.look(actor, id), SeatForm.EMPTY, null));
    }

    @PostMapping("/rounds/{id}/begin")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView begin(Actor actor, @PathVariable UUID id) {
        rounds.begin(actor, id);
        return Html.redirect("/rounds/" + id + "?said=round.said.begun");
    }

    @PostMapping("/rounds/{id}/carry")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView carry(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        decisions.carryRest(actor, id, reason.strip());
        return Html.redirect("/rounds/" + id + "?said=round.said.carried");
    }

    @PostMapping("/rounds/{id}/finish")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView finish(Actor actor, @PathVariable UUID id, SeatForm form) {
        try {
            rounds.finish(actor, id, form.read());
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page(
                    "round/round", views.page(actor, rounds.get(actor, id), form, no), status);
        }
        return Html.redirect("/rounds/" + id + "?said=round.said.finished");
    }
}
