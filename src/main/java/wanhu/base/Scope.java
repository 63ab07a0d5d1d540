package wanhu.base;

import java.util.Map;
import java.util.UUID;

/**
 * What a post may see, made in one place from who acts; every list, count, search, export and file
 * of matters asks for it.
 *
 * <p>A row is seen when its place lies in the territory or when a unit in the held range holds or
 * co-handles it. An empty range ('' to '') contains nothing, so what is not granted is not seen.
 *
 * <pre>{@code
 * where county = :county
 *   and ((path >= :scope_from and path < :scope_until)
 *     or (holder_path >= :held_from and holder_path < :held_until))
 * }</pre>
 *
 * @param county six-digit code of the county, the tenant
 * @param unit the unit of the post
 * @param territory range of places whose rows are seen
 * @param held range of units whose work is seen
 * @param contacts whether names and phones of residents may be shown at all, masked or not
 */
public record Scope(int county, UUID unit, Range territory, Range held, boolean contacts) {

    /** Paths from the first, inclusive, to the second, exclusive, in the C collation. */
    public record Range(String from, String until) {
        static final Range NOTHING = new Range("", "");

        static Range below(OrgPath path) {
            return new Range(path.from(), path.until());
        }

        /** Whether the place lies in the range. */
        public boolean contains(OrgPath place) {
            return place.text().compareTo(from) >= 0 && place.text().compareTo(until) < 0;
        }
    }

    /**
     * What the acting post may see: territorial posts their subtree; departments what their units
     * hold; phone desk and follow-up the county; administrators and auditors no matters.
     */
    public static Scope of(Actor actor) {
        var own = Range.below(actor.path());
        var whole = Range.below(OrgPath.ofDivision("%06d".formatted(actor.county())));
        return switch (actor.role()) {
            case GRID_WORKER, VILLAGE_CLERK, TOWNSHIP_CLERK, COUNTY_CLERK, LEADER ->
                    new Scope(actor.county(), actor.unit(), own, own, true);
            case DEPARTMENT_CLERK ->
                    new Scope(actor.county(), actor.unit(), Range.NOTHING, own, true);
            case PHONE_DESK, FOLLOW_UP ->
                    new Scope(actor.county(), actor.unit(), whole, whole, true);
            case ADMIN, SECURITY, AUDITOR ->
                    new Scope(actor.county(), actor.unit(), Range.NOTHING, Range.NOTHING, false);
        };
    }

    /** Whether a row at the place, held by a unit at the other place, is seen. */
    public boolean sees(OrgPath place, OrgPath holder) {
        return territory.contains(place) || held.contains(holder);
    }

    /**
     * The named parameters of the predicate: county, scope_from, scope_until, held_from,
     * held_until.
     */
    public Map<String, Object> parameters() {
        return Map.of(
                "county", county,
                "scope_from", territory.from(),
                "scope_until", territory.until(),
                "held_from", held.from(),
                "held_until", held.until());
    }
}
