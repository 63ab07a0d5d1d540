package wanhu.matter;

import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Scope;

/** What of the deadline a list asks for. */
enum Near {
    /** Nothing. */
    NO,
    /** That most of the time has run. */
    SOON,
    /** That all of it has. */
    OVERDUE;

    /** What a list of this post asks of deadlines, of lenses that are a part of what it sees. */
    static Near of(Actor actor, MatterQuery query) {
        boolean whole = Scope.of(actor).territory().from().length() == OrgPath.COUNTY_LENGTH;
        return switch (query.lens()) {
            case SOON -> SOON;
            case OVERDUE -> OVERDUE;
            case BELOW -> of(query.filters().state());
            case AREA -> whole ? of(query.filters().state()) : NO;
            case TODO, PART, WAITING, HANDLED, UNHAPPY -> NO;
        };
    }

    private static Near of(MatterQuery.State state) {
        return switch (state) {
            case SOON -> SOON;
            case OVERDUE -> OVERDUE;
            case ANY, OPEN, ENDED -> NO;
        };
    }
}
