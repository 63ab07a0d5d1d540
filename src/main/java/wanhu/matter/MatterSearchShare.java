package wanhu.matter;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;

/**
 * A share of what a post sees, in which is searched from the latest back.
 *
 * @param where what the post sees
 * @param rows the condition on a matter that belongs to it, answered by an index by time
 * @param sign by which its words are found; null for a county, whose times have signs of their own
 */
record MatterSearchShare(ListWhere where, String rows, @Nullable Integer sign) {
    /** What lies in the territory of the post; empty for who has none. */
    static Optional<MatterSearchShare> territory(ListWhere where) {
        return where.place()
                .map(place ->
                        where.county()
                                ? new MatterSearchShare(where, "true", null)
                                : new MatterSearchShare(
                                        where, where.territory(), Signs.place(place)));
    }

    /** What the unit of the post handles; of what lies in its territory not all has the sign. */
    static MatterSearchShare work(ListWhere where) {
        return new MatterSearchShare(
                where, "m.handler_id = :unit", Signs.work(where.actor().unit()));
    }

    /** The county in which it lies. */
    OrgPath county() {
        return new OrgPath(where.actor().path().text().substring(0, OrgPath.COUNTY_LENGTH));
    }

    /** The words, the sign of the share and others. */
    int[] keys(int[] words, int... others) {
        int own = sign == null ? 0 : 1;
        int[] keys = Arrays.copyOf(words, words.length + own + others.length);
        if (sign != null) {
            keys[words.length] = sign;
        }
        System.arraycopy(others, 0, keys, words.length + own, others.length);
        return keys;
    }
}
