package wanhu.workbench;

import java.util.Map;
import java.util.UUID;
import wanhu.base.Actor;

/**
 * What a room puts into the form of a step before somebody typed: a bean of this type, so that this
 * room need not know it. A person reads, changes and sends it.
 */
public interface StepDraft {
    /** The values of fields by their names; none when the room has nothing to say. */
    Map<String, String> of(Actor actor, UUID matter, String step);
}
