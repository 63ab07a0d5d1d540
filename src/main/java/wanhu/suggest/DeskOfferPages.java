package wanhu.suggest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.suggest.Suggestions.Work;

/** What is suggested while somebody writes down what a resident says. */
@Controller
@For({
    Role.PHONE_DESK,
    Role.VILLAGE_CLERK,
    Role.GRID_WORKER,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK
})
class DeskOfferPages {
    /** Shorter texts say nothing yet. */
    private static final int TEXT_CHARACTERS_MIN = 4;

    private static final String UNSORTED = "other";

    /** Keys of units come after those of categories. */
    private static final int UNIT_KEY = 4;

    private final Offers offers;
    private final Units units;

    DeskOfferPages(Offers offers, Units units) {
        this.offers = offers;
        this.units = units;
    }

    /** The category to take, and who will probably handle it. */
    record DeskOffer(Offer category, Offer unit) {}

    @PostMapping("/desk/new/suggest")
    ModelAndView suggest(Actor actor, HttpServletRequest request) {
        var typed = DeskText.of(request);
        var told = (typed.title() + "\n" + typed.text()).strip();
        if (told.length() < TEXT_CHARACTERS_MIN) {
            return Html.page("suggest/desk", new DeskOffer(Offer.NOTHING, Offer.NOTHING));
        }
        var place = units.tree(actor.county()).byCode(typed.place());
        var asked = new Offers.Asked(actor, told, place.map(Unit::path).orElse(null), null);
        return Html.page(
                "suggest/desk",
                new DeskOffer(
                        offers.categories(asked, "f-category").chosen(typed.category()),
                        place.map(at -> unit(asked, at, typed.category())).orElse(Offer.NOTHING)));
    }

    private Offer unit(Offers.Asked asked, Unit place, String category) {
        var known = category.equals(UNSORTED) ? "" : category;
        var work = new Work(asked.actor().county(), known, asked.text(), place.id());
        var offer = offers.units(asked, work, "f-unit", _ -> true);
        return new Offer("f-unit", UNIT_KEY, offer.lines(), "", List.of());
    }

    /** What stands in the form so far; what is missing is empty. */
    private record DeskText(String title, String text, String place, String category) {
        static DeskText of(HttpServletRequest request) {
            return new DeskText(
                    given(request, "title"),
                    given(request, "text"),
                    given(request, "place"),
                    given(request, "category"));
        }

        private static String given(HttpServletRequest request, String name) {
            var value = request.getParameter(name);
            return value == null ? "" : value.strip();
        }
    }
}
