package wanhu.org;

import java.time.Instant;
import java.util.UUID;
import wanhu.base.Fact;

/** A unit has another name, and maybe another kind of the same level. */
public record UnitRenamed(int county, Instant at, UUID unit, String oldName, String newName)
        implements Fact {}
