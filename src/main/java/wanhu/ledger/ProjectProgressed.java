package wanhu.ledger;

import java.time.Instant;
import wanhu.base.Fact;

/**
 * Progress was told of a project.
 *
 * @param project as it stands now
 * @param text what was told
 * @param publicly whether the public reads it
 */
public record ProjectProgressed(Project project, String text, boolean publicly, Instant at)
        implements Fact {
    @Override
    public int county() {
        return project.county();
    }
}
