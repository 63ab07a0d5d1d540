package wanhu.matter;

import java.util.UUID;
import wanhu.base.Actor;

/** Who takes a step. */
public sealed interface By {
    /** A member of staff in a post. */
    record Staff(Actor actor) implements By {}

    /** A member of staff who does what the resident asked for by phone or at the counter. */
    record OnBehalf(Actor actor, UUID requester) implements By {}

    /** A resident, known by the code of the receipt. */
    record Requester(UUID requester) implements By {}

    /** The system, by a rule; people decide, the system reminds. */
    record Rule(String rule) implements By {}
}
