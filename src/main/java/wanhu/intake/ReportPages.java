package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.org.Level;
import wanhu.org.Unit;

/** The first steps of a resident's report: where, what about, and is anybody in danger. */
@Controller
class ReportPages {
    /** Name of the cookie that remembers the last place on her own device. */
    static final String LAST_PLACE = "last-place";

    private final Places places;
    private final Topics topics;

    ReportPages(Places places, Topics topics) {
        this.places = places;
        this.topics = topics;
    }

    /**
     * Where it is.
     *
     * @param at code of the unit whose places are listed; without it the county
     * @param q what she searches
     */
    @GetMapping("/report")
    ModelAndView place(
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @CookieValue(name = LAST_PLACE, defaultValue = "") String last) {
        var above = places.find(at).or(this::onlyCounty);
        var found =
                above.isEmpty() || q.isBlank()
                        ? List.<Places.Place>of()
                        : places.search(above.get().county(), shortened(q));
        var remembered =
                at.isEmpty() && q.isBlank() ? places.find(last) : Optional.<Places.Place>empty();
        return Html.page(
                "intake/reportPlace",
                new PlacePage(
                        above.orElse(null),
                        above.map(Places.Place::below).orElseGet(places::counties),
                        found,
                        remembered.filter(Places.Place::near).orElse(null),
                        new Way(q, kind)));
    }

    private Optional<Places.Place> onlyCounty() {
        var counties = places.counties();
        return counties.size() == 1 ? places.find(counties.getFirst().code()) : Optional.empty();
    }

    /** What it is about: two taps, a search, or "I don't know". */
    @GetMapping("/report/category")
    ModelAndView category(
            @RequestParam(defaultValue = "") String above,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Locale locale) {
        var draft = Draft.of(request);
        var place = place(draft);
        int county = place.county();
        var choices =
                q.isBlank()
                        ? topics.below(county, above.isEmpty() ? null : above, locale)
                        : topics.fitting(county, shortened(q), locale);
        return Html.page(
                "intake/reportCategory",
                new CategoryPage(place, above, choices, new Way(q, draft.kind())));
    }

    /** Stops where lives may be in danger; goes straight on elsewhere. */
    @GetMapping("/report/danger")
    ModelAndView danger(HttpServletRequest request, Locale locale) {
        var draft = Draft.of(request);
        var place = place(draft);
        var question = topics.stop(place.county(), draft.category(), locale);
        if (question.isEmpty()) {
            return Html.redirect(Way.toText(draft, false));
        }
        return Html.page("intake/reportDanger", new DangerPage(place, draft, question));
    }

    /** The place of a draft; a wrong one sends her back to choose it. */
    private Places.Place place(Draft draft) {
        return places.find(draft.place())
                .filter(Places.Place::near)
                .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "intake.refused.place"));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40);
    }
}

/**
 * Page of the places.
 *
 * @param above in which unit she looks; null when she must choose the county first
 * @param last where she reported last, from her own device
 */
record PlacePage(
        Places.@Nullable Place above,
        List<Unit> choices,
        List<Places.Place> found,
        Places.@Nullable Place last,
        Way way) {
    /** Whether these can be reported on: villages, or a township without any. */
    boolean reportable() {
        return above != null && above.near();
    }

    /** Where a tap on a unit leads: on to the category, or one level deeper. */
    String href(Unit unit) {
        boolean deeper = !Level.TOWNSHIP.above(unit.level());
        return deeper ? way.toPlaces(unit.code()) : way.toCategory(unit.code());
    }
}

/** Page of the categories. */
record CategoryPage(Places.Place place, String above, List<Topics.Topic> choices, Way way) {
    String href(Topics.Topic topic) {
        return topic.leaf()
                ? way.toDanger(place.unit().code(), topic.code())
                : way.toCategory(place.unit().code()) + "&above=" + Way.encoded(topic.code());
    }
}

/** Page of the question to stop at. */
record DangerPage(Places.Place place, Draft draft, String question) {}
