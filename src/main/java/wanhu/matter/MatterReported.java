package wanhu.matter;

import java.time.Instant;
import wanhu.base.Fact;
import wanhu.life.Matter;

/** A matter was told to us. */
public record MatterReported(Matter matter, Instant at) implements Fact {
    @Override
    public int county() {
        return matter.county();
    }
}
