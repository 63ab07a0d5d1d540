package wanhu.org;

import java.util.List;
import wanhu.shell.Link;

/**
 * A unit with what is around it.
 *
 * @param unit the unit
 * @param crumbs the units above it, then the unit
 * @param children the units below, in protocol order
 * @param text what was searched for, or empty
 * @param found what the search has found
 * @param people who works there
 * @param versions how it was before
 * @param may what this post may change here
 */
record BrowsePage(
        Unit unit,
        List<Link> crumbs,
        List<Child> children,
        String text,
        List<Found> found,
        People people,
        List<UnitVersion> versions,
        May may) {
    /** Whether somebody may change the unit itself, and who works there. */
    record May(boolean unit, boolean posts) {}

    /** A unit below, with how many stand below it. */
    record Child(Unit unit, int below) {
        String href() {
            return BrowsePage.href(unit);
        }
    }

    /** A unit that was found, with the names of those above it. */
    record Found(Unit unit, String place) {
        String href() {
            return BrowsePage.href(unit);
        }
    }

    /** A unit that stands behind this village. */
    record Paired(Unit unit, PairedUnit pairing) {}

    /** Posts, roster and pairings of the unit; villages behind which it stands. */
    record People(List<FilledPost> posts, Roster roster, List<Paired> paired, List<Unit> behind) {}

    static String href(Unit unit) {
        return "/org?county=" + unit.county() + "&unit=" + unit.id();
    }

    /** Whether the unit has a roster or pairings to show. */
    boolean rostered() {
        return !people.roster().lines().isEmpty();
    }

    boolean village() {
        return unit.kind().territorial() && unit.level() == Level.VILLAGE;
    }
}
