package wanhu.supervise;

import java.util.Optional;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.Tree;

/** On which of the three levels a matter is supervised. */
public enum Rank {
    /** 乡镇督办: the township looks after its villages. */
    TOWNSHIP,
    /** 县办督办: the county's office looks after townships and departments. */
    OFFICE,
    /** 县领导督办: a leader of the county does. */
    COUNTY;

    /** The level above; empty above the county's leaders. */
    Optional<Rank> next() {
        return switch (this) {
            case TOWNSHIP -> Optional.of(OFFICE);
            case OFFICE -> Optional.of(COUNTY);
            case COUNTY -> Optional.empty();
        };
    }

    /** The level on which this post supervises; empty when it does not. */
    static Optional<Rank> of(Actor actor, Tree tree) {
        var unit = tree.get(actor.unit());
        if (!unit.kind().territorial()
                || !actor.is(Role.LEADER, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK)) {
            return Optional.empty();
        }
        return switch (unit.level()) {
            case TOWNSHIP -> Optional.of(TOWNSHIP);
            case COUNTY -> Optional.of(actor.is(Role.LEADER) ? COUNTY : OFFICE);
            case GRID, VILLAGE, CITY, PROVINCE -> Optional.empty();
        };
    }

    /** The level that looks after a unit. */
    static Rank over(Tree tree, java.util.UUID unit) {
        if (tree.root().filter(root -> root.id().equals(unit)).isPresent()) {
            return COUNTY;
        }
        return Level.TOWNSHIP.above(tree.level(unit)) ? TOWNSHIP : OFFICE;
    }

    /** The unit in which the posts of this level are, seen from a unit below it. */
    java.util.UUID seat(Tree tree, java.util.UUID below) {
        var seat = this == TOWNSHIP ? tree.above(below, Level.TOWNSHIP) : tree.root();
        return seat.or(tree::root).orElseThrow().id();
    }
}
