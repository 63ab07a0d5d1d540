package wanhu.round;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import wanhu.org.Units;
import wanhu.shell.Link;

/** A meeting, item by item: what it is about, what was tried, and the decision. */
@Controller
@For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
class ItemPages {
    private final Rounds rounds;
    private final Decisions decisions;
    private final Facts facts;
    private final Units units;

    ItemPages(Rounds rounds, Decisions decisions, Facts facts, Units units) {
        this.rounds = rounds;
        this.decisions = decisions;
        this.facts = facts;
        this.units = units;
    }

    @GetMapping("/rounds/{id}/items/{matter}")
    ModelAndView show(Actor actor, @PathVariable UUID id, @PathVariable UUID matter) {
        return Html.page(
                "round/item", page(actor, new Asked(id, matter), DecisionForm.EMPTY, null));
    }

    @PostMapping("/rounds/{id}/items/{matter}")
    @For({Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID matter,
            @ModelAttribute DecisionForm form) {
        rounds.get(actor, id);
        try {
            decisions.decide(actor, id, matter, form.read(units.tree(actor.county())));
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("round/item", page(actor, new Asked(id, matter), form, no), status);
        }
        return Html.redirect(next(actor, id));
    }

    /** The next undecided item, else the list. */
    private String next(Actor actor, UUID id) {
        return rounds.items(rounds.get(actor, id)).stream()
                .filter(Item::pending)
                .findFirst()
                .map(item -> href(id, item) + "?said=round.said.decided")
                .orElse("/rounds/" + id + "?said=round.said.all-decided");
    }

    private record Asked(UUID round, UUID matter) {}

    private ItemPage page(Actor actor, Asked asked, DecisionForm form, @Nullable Refused no) {
        var round = rounds.get(actor, asked.round());
        var list = rounds.items(round);
        var item =
                list.stream()
                        .filter(each -> each.matter().equals(asked.matter()))
                        .findFirst()
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "round.refused.missing"));
        var known = facts.of(actor, asked.matter(), round.body().level());
        return new ItemPage(
                round,
                item,
                round.body().level(),
                known.facts(),
                known.tried(),
                known.duties(),
                known.units(),
                known.paired(),
                way(round, list, item),
                form,
                no);
    }

    private static ItemPage.Way way(Round round, List<Item> list, Item item) {
        int at = list.indexOf(item);
        int done = (int) list.stream().filter(each -> !each.pending()).count();
        return new ItemPage.Way(
                href(round.id(), item),
                "/rounds/" + round.id(),
                at == 0 ? null : link(round, list.get(at - 1)),
                at == list.size() - 1 ? null : link(round, list.get(at + 1)),
                done,
                list.size());
    }

    private static Link link(Round round, Item item) {
        return new Link(item.title(), href(round.id(), item), Integer.toString(item.position()));
    }

    static String href(UUID round, Item item) {
        return "/rounds/" + round + "/items/" + item.matter();
    }
}
