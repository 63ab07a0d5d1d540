package wanhu.org;

import java.time.Instant;
import wanhu.base.Fact;

/** A unit has been founded; not told for each row of an import, see {@code UnitsImported}. */
public record UnitFounded(int county, Instant at, Unit unit) implements Fact {}
