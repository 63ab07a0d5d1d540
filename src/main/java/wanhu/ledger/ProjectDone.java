package wanhu.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import wanhu.base.Fact;

/**
 * A project is done; those who asked for it can be answered.
 *
 * @param project as it stands now
 * @param matters that led to it
 */
public record ProjectDone(Project project, List<UUID> matters, Instant at) implements Fact {
    public ProjectDone {
        matters = List.copyOf(matters);
    }

    @Override
    public int county() {
        return project.county();
    }
}
