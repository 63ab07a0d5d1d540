package wanhu.ledger;

import java.util.EnumSet;
import java.util.Set;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Scope;

/** As what somebody may act on a project. */
enum Hand {
    /** A unit that wrote it down. */
    PROPOSER,
    /** The unit that does it. */
    RESPONSIBLE,
    /** A unit that helps. */
    HELPER,
    /** A unit above the one that does it. */
    ABOVE,
    /** A leader in whose territory it lies, or above those who do it. */
    LEADER,
    /** Who can ask people whether they are content, since neither doing nor helping. */
    CHECKER,
    /** The system, by a rule. */
    SYSTEM;

    private static final Role[] OFFICERS = {
        Role.VILLAGE_CLERK,
        Role.TOWNSHIP_CLERK,
        Role.COUNTY_CLERK,
        Role.DEPARTMENT_CLERK,
        Role.LEADER
    };

    /** The hands of a member of staff; none when the project is not hers to see. */
    static Set<Hand> of(Actor actor, Project project) {
        var hands = EnumSet.noneOf(Hand.class);
        if (!sees(actor, project)) {
            return hands;
        }
        var parties = project.parties();
        var responsible = parties.responsible();
        boolean officer = actor.is(OFFICERS);
        boolean does = actor.unit().equals(responsible.unit());
        boolean helps = parties.with().contains(actor.unit());
        boolean above = officer && !does && actor.covers(responsible.path());
        add(hands, PROPOSER, officer && actor.unit().equals(parties.proposer().unit()));
        add(hands, RESPONSIBLE, officer && does);
        add(hands, HELPER, officer && helps);
        add(hands, ABOVE, above);
        boolean over = actor.covers(project.about().placePath()) || above;
        add(hands, LEADER, actor.is(Role.LEADER) && over);
        boolean apart = !responsible.path().contains(actor.path()) && !helps;
        boolean asks = actor.is(Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER) && over;
        add(hands, CHECKER, apart && (asks || above || actor.is(Role.FOLLOW_UP)));
        return hands;
    }

    /** Whether staff sees the project: by place, or by a unit that wrote, does or helps. */
    static boolean sees(Actor actor, Project project) {
        var scope = Scope.of(actor);
        var parties = project.parties();
        boolean helps = !actor.role().apart() && parties.with().contains(actor.unit());
        return actor.county() == project.county()
                && (helps
                        || scope.sees(project.about().placePath(), parties.responsible().path())
                        || scope.held().contains(parties.proposer().path()));
    }

    private static void add(Set<Hand> hands, Hand hand, boolean held) {
        if (held) {
            hands.add(hand);
        }
    }
}
