package wanhu.org;

import java.time.Instant;
import java.util.UUID;
import wanhu.base.Fact;
import wanhu.base.OrgPath;

/** A unit has been closed; it had nothing below it. */
public record UnitClosed(int county, Instant at, UUID unit, OrgPath path) implements Fact {}
