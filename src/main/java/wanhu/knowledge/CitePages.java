package wanhu.knowledge;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.life.Matter;
import wanhu.matter.Matters;

/** Where somebody who answers a matter finds the article on which the answer rests. */
@Controller
@ForMatters
class CitePages {
    private static final int OFFERED_MAX = 8;

    private final Matters matters;
    private final Citations citations;
    private final Finder finder;

    CitePages(Matters matters, Citations citations, Finder finder) {
        this.matters = matters;
        this.citations = citations;
        this.finder = finder;
    }

    /** The matter, what it cites, and what may be cited. */
    record CitePage(Matter matter, String text, List<Citations.Cited> cited, List<Found> offered) {
        boolean cited(Found found) {
            return cited.stream().anyMatch(each -> each.article().equals(found.id()));
        }
    }

    @GetMapping("/knowledge/cite/{number}")
    ModelAndView offers(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text) {
        var matter = matters.get(actor, number);
        var told = text.isBlank() ? matter.about().title() + "\n" + matter.about().body() : text;
        return Html.page(
                "knowledge/cite",
                new CitePage(
                        matter,
                        text.strip(),
                        citations.ofMatter(actor.county(), matter.id()),
                        finder.near(actor.county(), told, Audience.STAFF, OFFERED_MAX)));
    }

    @PostMapping("/knowledge/cite/{number}")
    ModelAndView cite(Actor actor, @PathVariable String number, @RequestParam UUID article) {
        citations.cite(actor, matters.get(actor, number), article);
        return Html.redirect("/matters/" + number + "?said=knowledge.said.cited");
    }
}
