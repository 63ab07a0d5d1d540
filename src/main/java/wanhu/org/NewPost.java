package wanhu.org;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Role;

/**
 * What is needed to make a post.
 *
 * @param unit the unit in which it is
 * @param title name of the post without the unit: "经办", "党支部书记"
 * @param role what it may do on the unit's subtree
 * @param order rank in protocol order, 0 first
 * @param slot the place of the roster that it fills, or null
 */
public record NewPost(UUID unit, String title, Role role, int order, @Nullable Slot slot) {
    /** Longest title in characters. */
    public static final int TITLE_MAX = 60;

    public NewPost {
        title = title.strip();
    }
}
