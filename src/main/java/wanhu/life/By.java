package wanhu.life;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Wall;

/** Who takes a step. */
public sealed interface By {
    /** The member of staff who acts; null for a resident and the system. */
    default @Nullable UUID person() {
        return switch (this) {
            case Staff(var actor) -> actor.person();
            case OnBehalf(var actor, _) -> actor.person();
            case Requester _, Rule _ -> null;
        };
    }

    /** What is seen: a rule works for the program, and a requester has shown her code. */
    default Wall wall() {
        return switch (this) {
            case Staff(var actor) -> Wall.of(actor);
            case OnBehalf(var actor, _) -> Wall.of(actor);
            case Requester _, Rule _ -> Wall.WHOLE;
        };
    }

    /** A member of staff in a post. */
    record Staff(Actor actor) implements By {}

    /** A member of staff who does what the resident asked for by phone or at the counter. */
    record OnBehalf(Actor actor, UUID requester) implements By {}

    /** A resident, known by the code of the receipt. */
    record Requester(UUID requester) implements By {}

    /** The system, by a rule; people decide, the system reminds. */
    record Rule(String rule) implements By {}
}
