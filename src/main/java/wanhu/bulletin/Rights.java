package wanhu.bulletin;

import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.Unit;

/** Who writes bulletins, who releases them, who reads them. Pure. */
final class Rights {
    private Rights() {}

    /** Whether the unit has bulletins: counties and townships. */
    static boolean has(Unit unit) {
        return unit.live()
                && unit.kind().territorial()
                && (unit.level() == Level.COUNTY || unit.level() == Level.TOWNSHIP);
    }

    /** Whether the post writes bulletins. */
    static boolean writes(Actor actor) {
        return actor.is(Role.COUNTY_CLERK, Role.TOWNSHIP_CLERK);
    }

    /** Whether the post writes that of the unit at the place. */
    static boolean writes(Actor actor, OrgPath unit) {
        return writes(actor) && actor.covers(unit);
    }

    /** Whether the post releases that of the unit at the place. */
    static boolean releases(Actor actor, OrgPath unit) {
        return actor.is(Role.LEADER) && actor.covers(unit);
    }

    /** Whether the post reads what is not released yet. */
    static boolean keeps(Actor actor, OrgPath unit) {
        return writes(actor, unit) || releases(actor, unit);
    }

    /** Whether the post reads what is released: it belongs to the unit, or stands above it. */
    static boolean reads(Actor actor, OrgPath unit) {
        return !actor.role().apart() && (actor.covers(unit) || unit.contains(actor.path()));
    }
}
