package wanhu.org;

import java.time.Instant;
import wanhu.base.Fact;

/** An import has founded so many units of a county at once; the tree has them. */
public record UnitsImported(int county, Instant at, int count) implements Fact {}
