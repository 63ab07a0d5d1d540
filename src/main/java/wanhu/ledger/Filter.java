package wanhu.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * What a list shall show. Nothing named means everything that one may see.
 *
 * @param phase only this phase; null for all
 * @param q part of the title or the number
 * @param unit responsible units at this place and below
 * @param place projects at this place and below
 * @param year year of the plan; 0 for all
 * @param late only those that are behind
 */
record Filter(
        @Nullable Phase phase,
        String q,
        @Nullable OrgPath unit,
        @Nullable OrgPath place,
        int year,
        boolean late) {
    static final Filter ALL = new Filter(null, "", null, null, 0, false);

    /** The lowest and highest text that a path can be. */
    private static final String FIRST = "0";

    private static final String LAST = ":";

    /** The named parameters of the conditions, without the phase. */
    Map<String, Object> parameters() {
        return Map.of(
                "q", q,
                "unit_from", unit == null ? FIRST : unit.from(),
                "unit_until", unit == null ? LAST : unit.until(),
                "place_from", place == null ? FIRST : place.from(),
                "place_until", place == null ? LAST : place.until(),
                "year", year,
                "late", late);
    }

    Filter in(@Nullable Phase other) {
        return new Filter(other, q, unit, place, year, late);
    }
}
