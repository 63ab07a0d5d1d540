package wanhu.org;

import java.util.UUID;
import wanhu.base.OrgPath;

/**
 * A unit of the tree under which rows of an import stand: what is needed to give them their places,
 * and how many places it has given. Without texts, since an import can stand under 40,000.
 */
final class Standing {
    private final UUID id;
    private final int county;
    private final OrgPath path;
    private final UnitKind kind;
    private final boolean live;
    private final int first;
    private int next;

    Standing(Unit unit, int nextChild) {
        id = unit.id();
        county = unit.county();
        path = unit.path();
        kind = unit.kind();
        live = unit.live();
        first = nextChild;
        next = nextChild;
    }

    UUID id() {
        return id;
    }

    int county() {
        return county;
    }

    OrgPath path() {
        return path;
    }

    UnitKind kind() {
        return kind;
    }

    boolean live() {
        return live;
    }

    /** Gives the next ordinal below it. */
    int give() {
        return next++;
    }

    /** The ordinal that it will give next. */
    int next() {
        return next;
    }

    /** Whether it has given any. */
    boolean gave() {
        return next > first;
    }
}
