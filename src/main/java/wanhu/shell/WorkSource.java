package wanhu.shell;

import java.util.Optional;
import wanhu.base.Actor;
import wanhu.base.Word;

/** How a room puts work of its own on the start page of staff: a bean of this type. */
public interface WorkSource {
    /**
     * A card of the start page.
     *
     * @param text what waits, with its figures
     * @param late whether something of it is late
     * @param href its list
     */
    record Card(Word text, boolean late, String href) {}

    /** What waits for this post; empty when nothing does. */
    Optional<Card> work(Actor actor);
}
