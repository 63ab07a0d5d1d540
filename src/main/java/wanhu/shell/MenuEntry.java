package wanhu.shell;

import java.util.function.Predicate;
import wanhu.base.Actor;

/**
 * A line of the staff menu.
 *
 * @param key word of its name
 * @param href where it leads
 * @param order place in the menu; the hundred is the group: 100 handling, 200 meetings, 300
 *     projects and disclosure, 400 figures, 500 units and rules, 900 system
 * @param visible whether somebody who acts as this post sees the line; what the post may do is
 *     decided again behind it
 */
public record MenuEntry(String key, String href, int order, Predicate<Actor> visible) {
    private static final int GROUP_WIDTH = 100;

    public MenuEntry {
        if (!href.startsWith("/")) {
            throw new IllegalArgumentException("Expected a path of our own but got " + href);
        }
    }

    /** A line that everybody with a post sees. */
    public MenuEntry(String key, String href, int order) {
        this(key, href, order, _ -> true);
    }

    /** Number of the group, 1 to 9; its name is the word "shell.group.N". */
    int group() {
        return order / GROUP_WIDTH;
    }
}
