package wanhu.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wanhu.base.Actor;

/**
 * How a room shows livelihood projects on pages that other rooms own (the residents' first page,
 * the page of a matter): a bean of this type, so that those rooms need not know it.
 */
public interface ProjectSource {
    /**
     * A project, in short.
     *
     * @param phase word of how far it is
     * @param look colour of that word
     * @param percent of its milestones, by weight
     * @param promise what was promised
     * @param href its page: the public one, or that of staff
     */
    record Line(
            String number,
            String title,
            String place,
            String phase,
            String look,
            int percent,
            String promise,
            LocalDate deadline,
            String href) {}

    /** What the public sees of the last that moved, newest first, at most that many. */
    List<Line> latest(int linesMax);

    /** What the public sees of the projects to which a matter led, newest first. */
    List<Line> ofMatter(int county, UUID matter);

    /** The projects to which a matter led, as far as this post may see them, newest first. */
    List<Line> ofMatter(Actor actor, UUID matter);

    /**
     * Where this post makes a project of the open matter; empty when it may not or one is there.
     */
    Optional<String> offer(Actor actor, UUID matter, String number);
}
