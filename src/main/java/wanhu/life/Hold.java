package wanhu.life;

import java.util.UUID;
import wanhu.base.OrgPath;
import wanhu.org.Level;
import wanhu.org.Tree;

/**
 * A unit as holder of a matter: which, where, on which level.
 *
 * @param unit the unit
 * @param path its place in the tree
 * @param level the level on which it works
 */
public record Hold(UUID unit, OrgPath path, Level level) {
    /** The unit as a holder; a department works on the level of the county. */
    public static Hold of(Tree tree, UUID unit) {
        return new Hold(unit, tree.get(unit).path(), tree.level(unit));
    }
}
