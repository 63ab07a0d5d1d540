package wanhu.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wanhu.base.Fact;

/**
 * Work on a project has started.
 *
 * @param project as it stands now
 * @param matters that led to it
 */
public record ProjectStarted(Project project, List<UUID> matters, Instant at) implements Fact {
    public ProjectStarted {
        matters = List.copyOf(matters);
    }

    @Override
    public int county() {
        return project.county();
    }
}
