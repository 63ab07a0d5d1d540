package wanhu.knowledge;

import java.util.UUID;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;

/** Who may write an article and who may find it right. Pure. */
final class Rights {
    private Rights() {}

    /** Whether the post writes articles for its unit. */
    static boolean writes(Actor actor) {
        return actor.is(
                Role.VILLAGE_CLERK,
                Role.TOWNSHIP_CLERK,
                Role.COUNTY_CLERK,
                Role.DEPARTMENT_CLERK,
                Role.PHONE_DESK);
    }

    /** Whether the post takes care of what belongs to the unit at the place. */
    static boolean keeps(Actor actor, OrgPath owner) {
        return writes(actor) && actor.covers(owner);
    }

    /** Whether the post reads what the person has written for that unit: never her own. */
    static boolean reviews(Actor actor, OrgPath owner, UUID writer) {
        return (writes(actor) || actor.is(Role.LEADER))
                && actor.covers(owner)
                && !actor.person().equals(writer);
    }

    static void mustWrite(Actor actor) {
        Refused.unless(Refused.Kind.FORBIDDEN, writes(actor), "knowledge.refused.writer");
    }

    static void mustKeep(Actor actor, Article article) {
        Refused.unless(
                Refused.Kind.FORBIDDEN,
                keeps(actor, article.ownerPath()),
                "knowledge.refused.owner");
    }
}
