package wanhu.knowledge;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;

/** What the knowledge base says while somebody writes down what a resident asks. */
@Controller
@For({
    Role.PHONE_DESK,
    Role.VILLAGE_CLERK,
    Role.GRID_WORKER,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK
})
class DeskHits {
    private static final int SHOWN_MAX = 3;

    private final Finder finder;

    DeskHits(Finder finder) {
        this.finder = finder;
    }

    /** The articles, best first. */
    record Hits(List<Found> found) {}

    @PostMapping("/desk/new/knowledge")
    ModelAndView hits(
            Actor actor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text) {
        var told = (title + "\n" + text).strip();
        return Html.page(
                "knowledge/hits",
                new Hits(finder.near(actor.county(), told, Audience.STAFF, SHOWN_MAX)));
    }
}
