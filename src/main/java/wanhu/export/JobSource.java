package wanhu.export;

import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;

/** A list that leaves as a file written in the background: each room tells its own. */
public interface JobSource {
    /** Name of the list. */
    String list();

    /** How many rows this post sees of it, counted no further than the limit. */
    int count(Actor actor, String filters, int most);

    /**
     * The next rows, in an order that does not change while rows do.
     *
     * @param cursor behind which row; empty at the beginning
     * @param before how many rows came before
     */
    Piece piece(Actor actor, Job.What what, String cursor, int before);

    /**
     * Some rows as text, each ended.
     *
     * @param next behind which row the list goes on; null at its end
     */
    record Piece(String text, int rows, @Nullable String next) {}
}
