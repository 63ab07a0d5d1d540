package wanhu.round;

import java.util.UUID;
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

/** The papers of a meeting: its agenda and its minutes, written, approved, printed. */
@Controller
@For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
class MinutesPages {
    private final Rounds rounds;
    private final RunViews views;

    MinutesPages(Rounds rounds, RunViews views) {
        this.rounds = rounds;
        this.views = views;
    }

    @GetMapping("/rounds/{id}/agenda")
    ModelAndView agenda(Actor actor, @PathVariable UUID id) {
        return Html.page(
                "round/agenda", views.page(actor, rounds.get(actor, id), SeatForm.EMPTY, null));
    }

    @GetMapping("/rounds/{id}/minutes")
    ModelAndView minutes(Actor actor, @PathVariable UUID id) {
        var round = rounds.get(actor, id);
        if (round.state() != RoundState.HELD && round.state() != RoundState.CLOSED) {
            throw new Refused(Refused.Kind.MISSING, "round.refused.no-minutes");
        }
        return Html.page("round/minutes", views.page(actor, round, SeatForm.EMPTY, null));
    }

    @PostMapping("/rounds/{id}/minutes")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView write(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        rounds.write(actor, id, text);
        return Html.redirect("/rounds/" + id + "?said=round.said.written");
    }

    @PostMapping("/rounds/{id}/approve")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
    ModelAndView approve(Actor actor, @PathVariable UUID id) {
        rounds.approve(actor, id);
        return Html.redirect("/rounds/" + id + "?said=round.said.approved");
    }
}
