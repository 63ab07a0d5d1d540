package wanhu.suggest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.category.Categories;
import wanhu.life.Matter;
import wanhu.matter.Similar;
import wanhu.matter.Similars;
import wanhu.org.Units;
import wanhu.suggest.Suggestions.Work;

/**
 * Suggestions with what else a reader needs to judge them: their names and matters that were alike.
 */
@Service
public class Offers {
    private static final int PLACE_DEPTH_MAX = 5;
    private static final int ALIKE_SHOWN_MAX = 2;
    private static final double LIKENESS_MIN = 0.1;

    private final Suggestions suggestions;
    private final Categories categories;
    private final Similars similars;
    private final Units units;

    Offers(Suggestions suggestions, Categories categories, Similars similars, Units units) {
        this.suggestions = suggestions;
        this.categories = categories;
        this.similars = similars;
        this.units = units;
    }

    /**
     * Who asks about what.
     *
     * @param place where it is; null when that is not known yet
     * @param self the matter itself, which is not alike; null before it is one
     */
    public record Asked(Actor actor, String text, @Nullable OrgPath place, @Nullable UUID self) {}

    /** Categories for a field. */
    public Offer categories(Asked asked, String field) {
        var alike = alike(asked);
        var county = asked.actor().county();
        var lines =
                suggestions.categories(county, asked.text()).stream()
                        .map(each ->
                                line(
                                        each,
                                        locale -> categories.name(county, each.value(), locale),
                                        chosen(
                                                alike,
                                                found ->
                                                        found.about()
                                                                .category()
                                                                .equals(each.value()))))
                        .toList();
        return new Offer(field, 1, lines, "", Urgency.words(asked.text()));
    }

    /** Units for a field, of those that it offers. */
    public Offer units(Asked asked, Work work, String field, Predicate<UUID> offered) {
        var alike = alike(asked);
        var tree = units.tree(work.county());
        var lines =
                suggestions.units(work).stream()
                        .filter(each -> offered.test(UUID.fromString(each.value())))
                        .map(each ->
                                line(
                                        each,
                                        _ -> tree.get(UUID.fromString(each.value())).name(),
                                        chosen(alike, found -> handled(found, each.value()))))
                        .toList();
        return new Offer(field, 1, lines, "", Urgency.words(asked.text()));
    }

    private static boolean handled(Matter matter, String unit) {
        var handler = matter.parties().handler();
        return handler != null && handler.unit().toString().equals(unit);
    }

    private static Offer.Line line(
            Suggested suggested, Function<Locale, String> name, List<Matter> alike) {
        return new Offer.Line(
                suggested.value(),
                name.apply(Locale.CHINESE),
                name.apply(Locale.ENGLISH),
                suggested.why(),
                alike);
    }

    private static List<Matter> chosen(List<Matter> alike, Predicate<Matter> same) {
        return alike.stream().filter(same).limit(ALIKE_SHOWN_MAX).toList();
    }

    /** For a resident who did not know the category: names alone, nothing of others. */
    public Offer residents(int county, String text) {
        var lines =
                suggestions.categories(county, text).stream()
                        .map(each ->
                                line(
                                        each,
                                        locale -> categories.name(county, each.value(), locale),
                                        List.of()))
                        .toList();
        return new Offer("", 1, lines, "", List.of());
    }

    private List<Matter> alike(Asked asked) {
        var place = asked.place();
        if (place == null) {
            return List.of();
        }
        var at = place.atDepth(Math.min(place.depth(), PLACE_DEPTH_MAX));
        var wish = new Similar(asked.actor().county(), at, "", asked.text(), LIKENESS_MIN);
        return similars.find(asked.actor(), wish).stream()
                .map(Similar.Found::matter)
                .filter(each -> !each.id().equals(asked.self()))
                .toList();
    }
}
