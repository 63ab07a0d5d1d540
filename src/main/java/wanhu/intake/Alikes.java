package wanhu.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.life.Matter;
import wanhu.matter.Similar;
import wanhu.matter.Similars;

/** Matters that others told us from the same place about the same. */
@Component
class Alikes {
    /** Most that a resident is shown. */
    static final int SHOWN_MAX = 3;

    /** Most that staff are shown. */
    static final int STAFF_SHOWN_MAX = 8;

    /** Least likeness of what a resident is shown. */
    private static final double LIKENESS_MIN = 0.12;

    private static final double STAFF_LIKENESS_MIN = 0.05;

    private final Similars similars;

    Alikes(Similars similars) {
        this.similars = similars;
    }

    /** For a resident: nothing that is secret or ended, and of the rest nothing private. */
    List<CheckPage.Alike> near(Places.Place place, Draft draft) {
        return similar(place, draft).stream().map(Alikes::shown).toList();
    }

    /** The matter with that id, if it is one of those that the resident was shown. */
    Optional<Matter> matter(Places.Place place, Draft draft, String id) {
        return similar(place, draft).stream()
                .map(Similar.Found::matter)
                .filter(matter -> matter.id().toString().equals(id))
                .findFirst();
    }

    /** For staff: what they may see, open or not, the likest first. */
    List<Similar.Found> forStaff(Actor actor, Places.Place place, String category, String text) {
        var wish = wish(place, category, text, STAFF_LIKENESS_MIN);
        return similars.find(actor, wish).stream().limit(STAFF_SHOWN_MAX).toList();
    }

    private List<Similar.Found> similar(Places.Place place, Draft draft) {
        var text = draft.titleMade() + " " + draft.spot() + " " + draft.text();
        return similars.find(wish(place, draft.category(), text, LIKENESS_MIN)).stream()
                .limit(SHOWN_MAX)
                .toList();
    }

    private Similar wish(Places.Place place, String category, String text, double least) {
        var branch = Topics.branch(category);
        var village = place.village().path();
        return new Similar(place.county(), village, branch, text, least);
    }

    private static CheckPage.Alike shown(Similar.Found found) {
        var matter = found.matter();
        var ending = matter.ending();
        return new CheckPage.Alike(
                matter.id().toString(),
                ending.published() ? ending.publicTitle() : "",
                matter.times().reported(),
                matter.tally().supporters());
    }
}
