package wanhu.shell;

import java.util.List;
import wanhu.base.Actor;

/**
 * How a room lets its things be found by the search of staff: a bean of this type, and no other
 * room is edited. Each room shows only what the post may see.
 */
public interface SearchSource {
    /** Most hits of one room on the page of the search. */
    int HITS_MAX = 6;

    /**
     * Something that was found.
     *
     * @param title what it is called
     * @param note what else tells it from others
     */
    record Hit(String title, String note, String href) {}

    /** Word of what is found here. */
    String heading();

    /** Place among the rooms, ascending. */
    int order();

    /** What the post may see of it, best first, at most {@link #HITS_MAX}; none for no match. */
    List<Hit> search(Actor actor, String text);
}
