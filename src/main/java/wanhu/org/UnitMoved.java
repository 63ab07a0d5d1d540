package wanhu.org;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import wanhu.base.Fact;
import wanhu.base.OrgPath;

/**
 * A unit with all below it stands elsewhere from now on: whoever keeps paths rewrites those at and
 * below the old one, in the same transaction.
 */
public record UnitMoved(int county, Instant at, UUID unit, OrgPath oldPath, OrgPath newPath)
        implements Fact {
    /** The new place of something that lay at or below the old one. */
    public OrgPath moved(OrgPath place) {
        return new OrgPath(newPath.text() + place.text().substring(oldPath.text().length()));
    }

    /**
     * Parameters of a statement that rewrites paths: {@code county}; {@code from} and {@code
     * until}, the range at and below the old place; {@code fresh}, the new beginning, which goes
     * before what stands from character {@code rest} on.
     */
    public Map<String, Object> parameters() {
        return Map.of(
                "county",
                county,
                "from",
                oldPath.from(),
                "until",
                oldPath.until(),
                "fresh",
                newPath.text(),
                "rest",
                oldPath.text().length() + 1);
    }
}
