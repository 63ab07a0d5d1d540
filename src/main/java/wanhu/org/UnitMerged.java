package wanhu.org;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import wanhu.base.Fact;
import wanhu.base.OrgPath;

/**
 * A unit has been closed and another has taken over what was its own; the units below it have been
 * moved one by one before ({@link UnitMoved}). What is open and lies exactly at the old place
 * belongs to the new one.
 */
public record UnitMerged(
        int county, Instant at, UUID unit, UUID into, OrgPath oldPath, OrgPath newPath)
        implements Fact {
    /**
     * Parameters of a statement that hands over: {@code county}, {@code unit} and its path {@code
     * old}, {@code into} and its path {@code fresh}.
     */
    public Map<String, Object> parameters() {
        return Map.of(
                "county",
                county,
                "unit",
                unit,
                "old",
                oldPath.text(),
                "into",
                into,
                "fresh",
                newPath.text());
    }
}
