package wanhu.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Word;

/**
 * How a room shows what it knows of a matter on the matter's page, which another room owns: a bean
 * of this type, so that that room need not know it.
 */
public interface BesideMatter {
    /**
     * What the room knows.
     *
     * @param title word of the heading
     * @param lines newest first
     * @param offers where this post does something about it
     */
    record Block(String title, List<Line> lines, List<Offer> offers) {}

    /**
     * One thing.
     *
     * @param tag what it is
     * @param look colour of that word
     * @param text what it says
     * @param who from whom
     * @param href its page; null when it has none for this post
     */
    record Line(
            Word tag, String look, String text, String who, @Nullable String href, Instant at) {}

    /** Where this post does something about it. */
    record Offer(String word, String href) {}

    /** What this room shows of a matter that the post sees; empty when there is nothing. */
    Optional<Block> of(Actor actor, UUID matter, String number);
}
